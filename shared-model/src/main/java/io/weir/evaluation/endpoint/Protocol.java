package io.weir.evaluation.endpoint;

import java.util.List;
import java.util.Map;

/** What is asked where, and what an answer says. */
interface Protocol {
    /** Paths that answer 200 as soon as predictions can be asked for, in the order of asking. */
    List<String> readyPaths();

    /** Path that predictions are asked at. */
    String path();

    /** What the model itself says of its features' types; may be empty. */
    Map<String, Datatype> types();

    /** The request for these rows. */
    byte[] request(FeatureRows rows);

    /**
     * What an answer predicts.
     *
     * @param rows that were asked about
     * @throws WrongAnswerException saying what is wrong with it
     */
    Outputs outputs(byte[] answer, int rows) throws WrongAnswerException;
}
