package io.weir.evaluation.endpoint;

/** An answer that is not what the protocol and the request demand; the message goes on from "the answer". */
final class WrongAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongAnswerException(String message) {
        super(message);
    }
}
