package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

/** Credentials to choose from. */
public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    private static final long serialVersionUID = 1L;

    /** Adds the choice of none. */
    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        add("- none -", "");
        return this;
    }

    /** Adds those of a type that somebody may use and that the matcher chooses. */
    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication authentication,
            ItemGroup context,
            Class<? extends C> type,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        for (C one :
                CredentialsProvider.lookupCredentialsInItemGroup(type, context, authentication, domainRequirements)) {
            if (matcher.matches(one)) {
                add(one.getId(), one.getId());
            }
        }
        return this;
    }

    /** Keeps the value that is set, even if nothing has it. */
    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String value) {
        if (stream().noneMatch(option -> option.value.equals(value))) {
            add(value, value);
        }
        return this;
    }
}
