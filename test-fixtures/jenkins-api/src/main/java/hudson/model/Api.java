package hudson.model;

/** Serves the exported properties of a bean as JSON and XML; the host that has no pages serves nothing. */
public class Api {
    /** What is served. */
    public final Object bean;

    /** Of that bean. */
    public Api(Object bean) {
        this.bean = bean;
    }
}
