using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

public sealed class TextTemplateTests
{
    private static string Fill(string text, params ReplyValue[] values) => new TextTemplate(values, ReportTexts.Of(Language.English).Value).Fill(text);

    [Fact]
    public void Writes_ip6_before_an_IPv6_address()
    {
        Assert.Equal("v=spf1 ip6:2001:db8::1 -all", Fill("v=spf1 ip4:{ip} -all", new ReplyValue("ip", "2001:db8::1")));
        Assert.Equal("v=spf1 ip4:192.0.2.1 -all", Fill("v=spf1 ip4:{ip} -all", new ReplyValue("ip", "192.0.2.1")));
    }

    [Fact]
    public void Puts_no_value_into_a_command_that_a_shell_could_run()
    {
        var text = Fill("    dig +short TXT {domain}", new ReplyValue("domain", "example.com;reboot"));

        Assert.DoesNotContain("reboot", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_a_plain_word_for_a_value_that_is_not_known() => Assert.Equal("    dig TXT <your domain>", Fill("    dig TXT {sender_domain}"));
}
