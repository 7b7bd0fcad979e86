package io.weir.profile;

/** The time of day of a timestamp: {@code T03:41}, {@code 03:41:00.123456}, with {@code Z}, {@code +01:00} or {@code +0100}. */
final class ClockTime {
    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private ClockTime() {}

    /** Milliseconds since midnight UTC of what stands in {@code bytes[from..to)}, or NaN if it is no time. */
    static double millis(byte[] bytes, int from, int to) {
        if (to - from < 6 || (bytes[from] != 'T' && bytes[from] != ' ') || bytes[from + 3] != ':') {
            return Double.NaN;
        }
        int hour = ValueReader.digits(bytes, from + 1, 2);
        int minute = ValueReader.digits(bytes, from + 4, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return Double.NaN;
        }
        double millis = hour * HOUR + minute * MINUTE;
        int at = from + 6;
        if (at + 2 < to && bytes[at] == ':') {
            int second = ValueReader.digits(bytes, at + 1, 2);
            if (second < 0 || second > 60) {
                return Double.NaN;
            }
            millis += second * SECOND;
            at += 3;
            if (at < to && bytes[at] == '.') {
                double unit = SECOND;
                while (++at < to && bytes[at] >= '0' && bytes[at] <= '9') {
                    unit /= 10;
                    millis += (bytes[at] - '0') * unit;
                }
            }
        }
        return millis - offset(bytes, at, to);
    }

    private static double offset(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0 || (length == 1 && bytes[from] == 'Z')) {
            return 0;
        }
        if ((length != 3 && length != 5 && length != 6) || (bytes[from] != '+' && bytes[from] != '-')) {
            return Double.NaN;
        }
        int hours = ValueReader.digits(bytes, from + 1, 2);
        int minutes = length == 3 ? 0 : ValueReader.digits(bytes, to - 2, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (length == 6 && bytes[from + 3] != ':')) {
            return Double.NaN;
        }
        double millis = hours * HOUR + minutes * MINUTE;
        return bytes[from] == '-' ? -millis : millis;
    }
}
