package io.weir.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes docs/contracts/profile.example.json: run it when the form changes on purpose. */
final class ProfileExample {
    private ProfileExample() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of("../docs/contracts/profile.example.json"),
                ProfileJson.write(ProfileJsonTest.sample()).toPrettyString() + "\n");
    }
}
