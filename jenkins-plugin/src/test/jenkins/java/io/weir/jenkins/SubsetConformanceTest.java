package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the compile-time subset of the other build against the real jars: whatever is public or protected there, and is not
 * marked as the host's own, is here under the same name with the same erased types.
 */
class SubsetConformanceTest {
    private static final Path SUBSET = Path.of(System.getProperty("weir.subset.classes"));

    @Test
    void shouldFindEverythingOfTheSubsetInTheRealJars() throws Exception {
        List<String> missing = new ArrayList<>();
        int members = 0;
        try (Subset subset = new Subset()) {
            for (String name : names()) {
                Class<?> claimed = subset.loadClass(name);
                if (isHostOnly(claimed.getAnnotations()) || Modifier.isPrivate(claimed.getModifiers())) {
                    continue;
                }
                Class<?> real = real(name);
                if (real == null) {
                    missing.add("class " + name);
                    continue;
                }
                Set<String> known = members(real);
                for (String member : claims(claimed)) {
                    members++;
                    if (!known.contains(member)) {
                        missing.add(member + " in " + name);
                    }
                }
            }
        }

        assertThat(missing).as("claims of the subset that the real jars don't keep").isEmpty();
        assertThat(members).as("members compared").isGreaterThan(150);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(SUBSET)) {
            return files.map(file -> SUBSET.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .filter(file -> !file.startsWith("io/weir/") && !file.matches(".*\\$[0-9]+\\.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> real(String name) {
        try {
            return Class.forName(name, false, SubsetConformanceTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** What the subset says that the class has, itself. */
    private static List<String> claims(Class<?> type) {
        List<String> claims = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (isClaim(method, method.getModifiers()) && !method.isBridge() && !overridesObject(method)) {
                claims.add(text(method));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isClaim(constructor, constructor.getModifiers()) && !type.isEnum()) {
                claims.add(text(constructor));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.getName().equals("serialVersionUID")) {
                claims.add(text(field));
            }
        }
        return claims;
    }

    /** Everything that the real class has or inherits. */
    private static Set<String> members(Class<?> type) {
        Set<String> all = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type, Object.class));
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            all.add(text(constructor));
        }
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            Arrays.stream(next.getDeclaredMethods()).forEach(method -> all.add(text(method)));
            Arrays.stream(next.getDeclaredFields()).forEach(field -> all.add(text(field)));
            open.addAll(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                open.add(next.getSuperclass());
            }
        }
        return all;
    }

    private static boolean isClaim(Executable member, int modifiers) {
        return isVisible(modifiers) && !member.isSynthetic() && !isHostOnly(member.getAnnotations());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static boolean isHostOnly(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(one -> one.annotationType().getSimpleName().equals("HostOnly"));
    }

    private static boolean overridesObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(one -> one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()));
    }

    private static String text(Method method) {
        String kind = Modifier.isStatic(method.getModifiers()) ? "static " : "";
        return kind + method.getReturnType().getName() + " " + method.getName() + parameters(method);
    }

    private static String text(Constructor<?> constructor) {
        return "new" + parameters(constructor);
    }

    private static String text(Field field) {
        String kind = Modifier.isStatic(field.getModifiers()) ? "static " : "";
        return kind + field.getType().getName() + " " + field.getName();
    }

    private static String parameters(Executable member) {
        return Arrays.stream(member.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Prefers the subset's classes to those of the same name around the test. */
    private static final class Subset extends URLClassLoader {
        Subset() throws IOException {
            super(new URL[] {SUBSET.toUri().toURL()}, SubsetConformanceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (findLoadedClass(name) != null) {
                    return findLoadedClass(name);
                }
                return Files.exists(SUBSET.resolve(name.replace('.', '/') + ".class"))
                        ? findClass(name)
                        : super.loadClass(name, resolve);
            }
        }
    }
}
