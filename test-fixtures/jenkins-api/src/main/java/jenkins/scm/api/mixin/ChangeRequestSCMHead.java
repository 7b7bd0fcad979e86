package jenkins.scm.api.mixin;

/** A head that asks for its changes to be taken over, such as a pull request. */
public interface ChangeRequestSCMHead {}
