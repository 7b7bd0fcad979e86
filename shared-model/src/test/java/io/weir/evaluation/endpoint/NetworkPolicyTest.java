package io.weir.evaluation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
            })
    void shouldNeverAllowMetadataAndWhatIsNoSingleMachine(String address) throws UnknownHostException {
        assertThat(NetworkPolicy.LOCAL.refusal(InetAddress.getByName(address))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "2002:a00:1::"
            })
    void shouldAllowPrivateAddressesOnlyIfTold(String address) throws UnknownHostException {
        assertThat(NetworkPolicy.PUBLIC.refusal(InetAddress.getByName(address))).contains("private network");
        assertThat(new NetworkPolicy(false, true).refusal(InetAddress.getByName(address)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
    void shouldAllowThisMachineOnlyIfTold(String address) throws UnknownHostException {
        assertThat(new NetworkPolicy(false, true).refusal(InetAddress.getByName(address)))
                .contains("this machine");
        assertThat(new NetworkPolicy(true, false).refusal(InetAddress.getByName(address)))
                .isNull();
    }

    @Test
    void shouldAllowPublicAddresses() throws UnknownHostException {
        assertThat(NetworkPolicy.PUBLIC.refusal(InetAddress.getByName("192.0.2.1")))
                .isNull();
        assertThat(NetworkPolicy.PUBLIC.refusal(InetAddress.getByName("2001:db8::1")))
                .isNull();
    }
}
