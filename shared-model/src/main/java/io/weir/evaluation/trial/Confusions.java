package io.weir.evaluation.trial;

import io.weir.evaluation.ClassResult;
import io.weir.evaluation.ConfusionMatrix;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.Multiclass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The confusion matrix and results of classes as a result holds them: the most frequent ones. */
final class Confusions {
    private static final String OTHER = "(other)";

    private Confusions() {}

    static ConfusionMatrix matrix(List<String> names, Multiclass counts) {
        double[][] all = counts.confusion();
        int[] place = new int[names.size()];
        List<String> shown = new ArrayList<>(names);
        for (int i = 0; i < place.length; i++) {
            place[i] = i;
        }
        if (names.size() > ConfusionMatrix.MAX_CLASSES) {
            int last = ConfusionMatrix.MAX_CLASSES - 1;
            List<Integer> kept = frequent(names.size(), counts::against).stream()
                    .limit(last)
                    .sorted()
                    .toList();
            shown = new ArrayList<>(kept.stream().map(names::get).toList());
            shown.add(OTHER);
            for (int i = 0; i < place.length; i++) {
                place[i] = kept.contains(i) ? kept.indexOf(i) : last;
            }
        }
        long[][] sums = new long[shown.size()][shown.size()];
        for (int label = 0; label < all.length; label++) {
            for (int predicted = 0; predicted < all.length; predicted++) {
                sums[place[label]][place[predicted]] += Math.round(all[label][predicted]);
            }
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : sums) {
            rows.add(IntStream.range(0, row.length).mapToObj(i -> row[i]).toList());
        }
        return new ConfusionMatrix(shown, rows);
    }

    /**
     * That of two classes.
     *
     * @param labels 1 for the positive class
     * @param decision score from which on it is predicted
     */
    static ConfusionMatrix matrix(String negative, String positive, byte[] labels, double[] scores, double decision) {
        long[][] rows = new long[2][2];
        for (int row = 0; row < labels.length; row++) {
            rows[labels[row]][scores[row] >= decision ? 1 : 0]++;
        }
        return new ConfusionMatrix(
                List.of(negative, positive), List.of(List.of(rows[0][0], rows[0][1]), List.of(rows[1][0], rows[1][1])));
    }

    static List<ClassResult> classes(List<String> names, IntFunction<Confusion> counts, double confidence) {
        return frequent(names.size(), counts).stream()
                .limit(ClassResult.MAX_CLASSES)
                .sorted()
                .map(each -> ClassResult.of(names.get(each), counts.apply(each), confidence))
                .toList();
    }

    private static List<Integer> frequent(int classes, IntFunction<Confusion> counts) {
        return IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> -counts.apply(each).positives()))
                .toList();
    }
}
