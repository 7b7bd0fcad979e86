package io.weir.jenkins.gate.model;

import io.weir.evaluation.FairnessResult;
import io.weir.evaluation.FairnessResult.GroupResult;
import io.weir.evaluation.FairnessResult.RateResult;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.fairness.Measure;
import io.weir.evaluation.fairness.Rate;
import io.weir.evaluation.verdict.Numbers;
import io.weir.jenkins.picture.IntervalPicture;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Groups that are compared, on the page and in the remote API. Names come from the data; page and pictures escape them. */
@ExportedBean(defaultVisibility = 3)
public final class GroupsView {
    private final FairnessResult groups;

    GroupsView(FairnessResult groups) {
        this.groups = groups;
    }

    /** The columns that tell the groups apart. */
    @Exported
    public String getAttribute() {
        return groups.attribute();
    }

    /** The group that others are compared with. */
    @Exported
    public String getReference() {
        return groups.reference();
    }

    /** Measures with their values, for people. */
    @Exported
    public List<String> getMeasures() {
        return groups.measures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().id() + " " + Numbers.shown(each.getValue()))
                .toList();
    }

    /** A picture of each rate that a rule is about; of the selection rate if there is no rule. */
    public List<Picture> getPictures() {
        Set<Rate> rates = EnumSet.noneOf(Rate.class);
        for (FairnessVerdict verdict : groups.verdicts()) {
            Measure measure = verdict.rule().measure();
            rates.addAll(measure.rates());
        }
        if (rates.isEmpty()) {
            rates.add(Rate.SELECTION_RATE);
        }
        List<Picture> pictures = new ArrayList<>();
        for (Rate rate : rates) {
            String name = rate.id().replace('_', ' ');
            String svg = picture(rate, name);
            if (!svg.isEmpty()) {
                pictures.add(new Picture(name, svg));
            }
        }
        return pictures;
    }

    private String picture(Rate rate, String name) {
        List<IntervalPicture.Item> items = new ArrayList<>();
        double reference = Double.NaN;
        for (GroupResult group : groups.groups()) {
            RateResult result = group.rates().get(rate);
            if (result != null) {
                items.add(new IntervalPicture.Item(
                        group.name() + " (" + Numbers.count(group.rows()) + ")",
                        result.value(),
                        Shown.low(result.interval()),
                        Shown.high(result.interval())));
                if (group.name().equals(groups.reference())) {
                    reference = result.value();
                }
            }
        }
        return IntervalPicture.of(name + " of groups by " + groups.attribute(), items, reference);
    }
}
