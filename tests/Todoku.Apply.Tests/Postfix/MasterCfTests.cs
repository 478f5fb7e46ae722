using Todoku.Apply.Postfix;

namespace Todoku.Apply.Tests.Postfix;

/// <summary>Options of services in master.cf.</summary>
public sealed class MasterCfTests
{
    private const string Text = "smtp      inet  n - y - - smtpd\n  -o a=1\nsmtp      unix  - - y - - smtp\nrelay     unix  - - y - - smtp\n        -o syslog_name=postfix/$service_name\n# -o inet_protocols=all\n";

    [Fact]
    public void An_option_stands_behind_those_of_its_service() => Assert.Equal(
        "smtp      inet  n - y - - smtpd\n  -o a=1\nsmtp      unix  - - y - - smtp\n  -o inet_protocols=ipv4\nrelay     unix  - - y - - smtp\n        -o syslog_name=postfix/$service_name\n# -o inet_protocols=all\n",
        MasterCf.SetOption(Text, "smtp", "unix", "inet_protocols", "ipv4"));

    [Fact]
    public void An_option_that_is_there_gets_another_value() => Assert.Contains(
        "-o syslog_name=x\n", MasterCf.SetOption(Text, "relay", "unix", "syslog_name", "x"), StringComparison.Ordinal);

    [Fact]
    public void Without_the_service_nothing_changes() => Assert.Equal(Text, MasterCf.SetOption(Text, "lmtp", "unix", "a", "b"));
}
