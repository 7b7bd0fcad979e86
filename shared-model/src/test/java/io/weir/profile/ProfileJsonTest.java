package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final String CSV = "age,name,joined,code,secret,mood\n"
            + "41,Ada,2026-11-01,AB-1,s1,\n17,Grace,2026-11-02,AB-2,s2,NaN\n,Ada,2026-11-03T10:00:00Z,XY-77,s3,0.5\n41,Edsger\n";

    @Test
    void shouldFollowTheSchema() throws IOException {
        assertThat(schema().validate(ProfileJson.write(sample()))).isEmpty();
    }

    @Test
    void shouldStillReadThePublishedExample() throws IOException {
        byte[] example = Files.readAllBytes(CONTRACTS.resolve("profile.example.json"));
        assertThat(schema().validate(new ObjectMapper().readTree(example))).isEmpty();
        assertThat(StrictJson.write(ProfileJson.write(ProfileJson.read(example))))
                .isEqualTo(StrictJson.write(StrictJson.parseObject(example, "example")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version|2|profile.version is 2, this program reads up to 1; update it",
                "kind|\"else\"|profile.kind is 'else', must be 'weir.profile'",
                "rows|5|profile.rows is 5, but its sketches have seen 4; take it again",
                "sketches|\"§\"|profile.sketches is not Base64",
                "sketches|\"AAAA\"|profile.sketches can't be read",
                "sketches|null|profile.sketches is missing"
            })
    void shouldSayWhatIsWrong(String field, String value, String message) throws IOException {
        ObjectNode document = ProfileJson.write(sample());
        document.set(field, new ObjectMapper().readTree(value));
        assertThatThrownBy(() -> ProfileJson.read(document))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldTellHowMuchItInflatesAndOfWhichBytesItsDigestIs() throws IOException {
        DatasetProfile profile = sample();
        List<Integer> told = new ArrayList<>();
        ReadProfile read = ProfileJson.read(ProfileJson.write(profile), 1 << 20, told::add);

        assertThat(read.digest()).isEqualTo(ProfileJson.digest(profile));
        assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(binary().length);
    }

    @Test
    void shouldEndWhenWhoIsToldOfItsSizeHasEnough() throws IOException {
        ObjectNode document = ProfileJson.write(sample());

        assertThatThrownBy(() -> ProfileJson.read(document, 1 << 20, bytes -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThatThrownBy(() -> ProfileJson.read(document, 100, bytes -> {}))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("inflates to more than the limit of 100 bytes");
    }

    @Test
    void shouldRefuseAProfileThatIsCutShort() throws IOException {
        byte[] whole = binary();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ProfileBinary.read(new DataInputStream(new ByteArrayInputStream(cut))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldRefuseANewerBinaryVersion() throws IOException {
        byte[] newer = binary();
        newer[4] = 9;
        assertThatThrownBy(() -> ProfileBinary.read(new DataInputStream(new ByteArrayInputStream(newer))))
                .hasMessage("the profile's version is 9, this program reads 1; update it");
    }

    @Test
    void shouldNeverFailOtherwiseThanByAMessageOnDamagedBytes() throws IOException {
        byte[] whole = binary();
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0x81;
            try {
                ProfileBinary.read(new DataInputStream(new ByteArrayInputStream(damaged)));
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private static JsonSchema schema() throws IOException {
        String text = Files.readString(CONTRACTS.resolve("profile.schema.json"), StandardCharsets.UTF_8);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    static DatasetProfile sample() throws IOException {
        return TestProfile.ofCsv(CSV, ProfileSettings.DEFAULT.withThreads(1).withMasked(Set.of("secret")));
    }

    private static byte[] binary() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProfileBinary.write(sample(), new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
