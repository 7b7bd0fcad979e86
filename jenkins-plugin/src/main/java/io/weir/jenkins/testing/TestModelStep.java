package io.weir.jenkins.testing;

import hudson.Extension;
import hudson.util.ListBoxModel;
import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.slice.WeakestSlices;
import io.weir.evaluation.trial.Task;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.jenkins.Messages;
import io.weir.jenkins.gate.GateStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code testModel(predictions: 'scores.parquet', label: 'y', score: 'p', thresholds: ['roc_auc >= 0.8'])}: tests a model by what
 * it predicted, before anybody uses it. Parameters: {@code docs/steps/testModel.md}.
 */
public final class TestModelStep extends GateStep {
    private final String predictions;

    private Map<String, Object> endpoint = Map.of();
    private @Nullable Map<String, Object> explain;
    private @Nullable Map<String, Object> robustness;
    private String label = "";
    private String prediction = "";
    private String score = "";
    private String classes = "";
    private String task = "";
    private String positive = "";
    private double decision = BinaryEvaluator.DEFAULT_DECISION_THRESHOLD;
    private String model = "";
    private List<String> metrics = List.of();
    private List<String> thresholds = List.of();
    private List<Object> slices = List.of();
    private String weakest = "";
    private int ranges = SliceColumn.DEFAULT_RANGES;
    private int least = WeakestSlices.DEFAULT_LEAST_ROWS;
    private List<Object> fairness = List.of();
    private Map<String, Object> checks = Map.of();
    private String query = "";
    private String k = "";
    private String series = "";
    private String low = "";
    private String high = "";
    private Map<String, Object> history = Map.of();
    private int replicates = BootstrapSettings.DEFAULT_REPLICATES;
    private double confidence = Interval.DEFAULT_CONFIDENCE;
    private long seed = BootstrapSettings.DEFAULT_SEED;
    private int rows = TrialSettings.DEFAULT_MAX_ROWS;
    private String result = "";
    private String card = "";

    /** Of the table in the files of that pattern. */
    @DataBoundConstructor
    public TestModelStep(@Nullable String predictions) {
        this.predictions = text(predictions);
    }

    /** Lines, as a form has them, and elements, as a Jenkinsfile has them; empty ones are left out. */
    private static List<String> lines(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : new ArrayList<>(given.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** Pattern of the files with the predictions. */
    public String getPredictions() {
        return predictions;
    }

    /** Where the model is served that is asked for predictions. */
    public Map<String, Object> getEndpoint() {
        return endpoint;
    }

    /** Sets where the model is served that is asked for predictions of the rows. */
    @DataBoundSetter
    public void setEndpoint(@Nullable Map<String, Object> endpoint) {
        this.endpoint = endpoint == null ? Map.of() : new LinkedHashMap<>(endpoint);
    }

    /** How the served model is asked what it leans on; null if it is not. */
    public @Nullable Map<String, Object> getExplain() {
        return explain;
    }

    /** Sets how the served model is asked what it leans on; an empty map asks with the defaults. */
    @DataBoundSetter
    public void setExplain(@Nullable Map<String, Object> explain) {
        this.explain = explain == null ? null : new LinkedHashMap<>(explain);
    }

    /** How features of the served model are disturbed; null if they are not. */
    public @Nullable Map<String, Object> getRobustness() {
        return robustness;
    }

    /** Sets how features of the served model are disturbed, and what that may cost. */
    @DataBoundSetter
    public void setRobustness(@Nullable Map<String, Object> robustness) {
        this.robustness = robustness == null ? null : new LinkedHashMap<>(robustness);
    }

    /** Columns of the true values. */
    public String getLabel() {
        return label;
    }

    /** Sets the columns of the true values, separated by commas: one, or one for each label of a set. */
    @DataBoundSetter
    public void setLabel(@Nullable String label) {
        this.label = text(label);
    }

    /** Columns of predictions. */
    public String getPrediction() {
        return prediction;
    }

    /** Sets the columns of predicted classes, labels or numbers, separated by commas. */
    @DataBoundSetter
    public void setPrediction(@Nullable String prediction) {
        this.prediction = text(prediction);
    }

    /** Columns of scores. */
    public String getScore() {
        return score;
    }

    /** Sets the columns of scores, separated by commas. */
    @DataBoundSetter
    public void setScore(@Nullable String score) {
        this.score = text(score);
    }

    /** Columns of scores of classes. */
    public String getClasses() {
        return classes;
    }

    /** Sets the columns of scores of classes, {@code column} or {@code class=column}, separated by commas. */
    @DataBoundSetter
    public void setClasses(@Nullable String classes) {
        this.classes = text(classes);
    }

    /** What is predicted. */
    public String getTask() {
        return task;
    }

    /** Sets what is predicted; empty is told from the data. */
    @DataBoundSetter
    public void setTask(@Nullable String task) {
        this.task = text(task);
    }

    /** The positive class. */
    public String getPositive() {
        return positive;
    }

    /** Sets the positive class; empty is told from the data. */
    @DataBoundSetter
    public void setPositive(@Nullable String positive) {
        this.positive = text(positive);
    }

    /** Score from which on the positive class is predicted. */
    public double getDecision() {
        return decision;
    }

    /** Sets the score from which on the positive class is predicted. */
    @DataBoundSetter
    public void setDecision(double decision) {
        this.decision = decision;
    }

    /** Of the model, for people. */
    public String getModel() {
        return model;
    }

    /** Sets the name of the model. */
    @DataBoundSetter
    public void setModel(@Nullable String model) {
        this.model = text(model);
    }

    /** The metrics that are shown. */
    public List<String> getMetrics() {
        return metrics;
    }

    /** Sets the metrics that are shown; empty is all. */
    @DataBoundSetter
    public void setMetrics(@Nullable List<String> metrics) {
        this.metrics = lines(metrics);
    }

    /** What is required of metrics. */
    public List<String> getThresholds() {
        return thresholds;
    }

    /** Sets what is required of metrics, such as {@code roc_auc >= 0.8}. */
    @DataBoundSetter
    public void setThresholds(@Nullable List<String> thresholds) {
        this.thresholds = lines(thresholds);
    }

    /** Columns that rows are cut by. */
    public List<Object> getSlices() {
        return slices;
    }

    /** Sets the columns, and lists of columns, that rows are cut by. */
    @DataBoundSetter
    public void setSlices(@Nullable List<Object> slices) {
        this.slices = slices == null ? List.of() : new ArrayList<>(slices);
    }

    /** Columns in which the weakest parts are looked for. */
    public String getWeakest() {
        return weakest;
    }

    /** Sets the columns in which the weakest parts are looked for, separated by commas; {@code none} looks in none. */
    @DataBoundSetter
    public void setWeakest(@Nullable String weakest) {
        this.weakest = text(weakest);
    }

    /** Ranges that a column of numbers is cut into. */
    public int getRanges() {
        return ranges;
    }

    /** Sets how many ranges a column of numbers is cut into. */
    @DataBoundSetter
    public void setRanges(int ranges) {
        this.ranges = ranges;
    }

    /** Rows of a slice at least. */
    public int getLeast() {
        return least;
    }

    /** Sets how many rows a slice has at least. */
    @DataBoundSetter
    public void setLeast(int least) {
        this.least = least;
    }

    /** Groups that are compared. */
    public List<Object> getFairness() {
        return fairness;
    }

    /** Sets the groups that are compared: columns, lists of columns, or maps with rules. */
    @DataBoundSetter
    public void setFairness(@Nullable List<Object> fairness) {
        this.fairness = fairness == null ? List.of() : new ArrayList<>(fairness);
    }

    /** What is checked of the rows. */
    public Map<String, Object> getChecks() {
        return checks;
    }

    /** Sets what is checked of the rows. */
    @DataBoundSetter
    public void setChecks(@Nullable Map<String, Object> checks) {
        this.checks = checks == null ? Map.of() : new LinkedHashMap<>(checks);
    }

    /** Column of a ranking's queries. */
    public String getQuery() {
        return query;
    }

    /** Sets the column of a ranking's queries. */
    @DataBoundSetter
    public void setQuery(@Nullable String query) {
        this.query = text(query);
    }

    /** Ranks of metrics at k. */
    public String getK() {
        return k;
    }

    /** Sets the ranks of metrics at k, separated by commas. */
    @DataBoundSetter
    public void setK(@Nullable String k) {
        this.k = text(k);
    }

    /** Column of a forecast's series. */
    public String getSeries() {
        return series;
    }

    /** Sets the column of a forecast's series. */
    @DataBoundSetter
    public void setSeries(@Nullable String series) {
        this.series = text(series);
    }

    /** Column of a forecast's lower end. */
    public String getLow() {
        return low;
    }

    /** Sets the column of the lower end of a forecast's interval. */
    @DataBoundSetter
    public void setLow(@Nullable String low) {
        this.low = text(low);
    }

    /** Column of a forecast's upper end. */
    public String getHigh() {
        return high;
    }

    /** Sets the column of the upper end of a forecast's interval. */
    @DataBoundSetter
    public void setHigh(@Nullable String high) {
        this.high = text(high);
    }

    /** What came before a forecast. */
    public Map<String, Object> getHistory() {
        return history;
    }

    /** Sets what came before a forecast. */
    @DataBoundSetter
    public void setHistory(@Nullable Map<String, Object> history) {
        this.history = history == null ? Map.of() : new LinkedHashMap<>(history);
    }

    /** Replicates of the bootstrap. */
    public int getReplicates() {
        return replicates;
    }

    /** Sets how many replicates the bootstrap has. */
    @DataBoundSetter
    public void setReplicates(int replicates) {
        this.replicates = replicates;
    }

    /** Of intervals. */
    public double getConfidence() {
        return confidence;
    }

    /** Sets the confidence of intervals. */
    @DataBoundSetter
    public void setConfidence(double confidence) {
        this.confidence = confidence;
    }

    /** Of random numbers. */
    public long getSeed() {
        return seed;
    }

    /** Sets the seed of random numbers. */
    @DataBoundSetter
    public void setSeed(long seed) {
        this.seed = seed;
    }

    /** Most rows that are loaded. */
    public int getRows() {
        return rows;
    }

    /** Sets how many rows are loaded at most. */
    @DataBoundSetter
    public void setRows(int rows) {
        this.rows = rows;
    }

    /** File that the whole result is written to. */
    public String getResult() {
        return result;
    }

    /** Sets the file that the whole result is written to, as JSON. */
    @DataBoundSetter
    public void setResult(@Nullable String result) {
        this.result = text(result);
    }

    /** File that the model card is written to. */
    public String getCard() {
        return card;
    }

    /** Sets the file that the model card is written to, as HTML if its name ends so, else as Markdown. */
    @DataBoundSetter
    public void setCard(@Nullable String card) {
        this.card = text(card);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new TestModelExecution(context, new Parameters(this));
    }

    /** Its name and needs. */
    @Extension
    public static final class DescriptorImpl extends GateStepDescriptor {
        @Override
        public String getFunctionName() {
            return TestModelExecution.GATE;
        }

        @Override
        public String getDisplayName() {
            return Messages.TestModelStep_displayName();
        }

        /** The tasks to choose from. */
        @POST
        public ListBoxModel doFillTaskItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.TestModelStep_toldFromData(), "");
            for (Task task : Task.values()) {
                items.add(task.id(), task.id());
            }
            return items;
        }

        /** The severities to choose from. */
        @POST
        public ListBoxModel doFillFailOnItems() {
            return items("error", "never");
        }
    }
}
