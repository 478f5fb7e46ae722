using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Hosts;

public sealed class SigningConfigurationTests
{
    private const string OpenDkim = "/etc/opendkim.conf";
    private const string Rspamd = "/etc/rspamd/local.d/dkim_signing.conf";

    [Fact]
    public void Reads_one_key_of_opendkim() =>
        Assert.Equal("s1 example.com Configuration, s1 example.net Configuration", Read((OpenDkim, "# Domain old.example\nSyslog yes\nDomain\texample.com, example.net\nSelector  s1\nKeyFile /etc/dkim.key\n")));

    [Theory]
    [InlineData("refile:/etc/opendkim/KeyTable")]
    [InlineData("file:/etc/opendkim/KeyTable")]
    [InlineData("/etc/opendkim/KeyTable")]
    public void Reads_the_key_table_of_opendkim(string table) =>
        Assert.Equal("a example.com Configuration, b example.net Configuration, c example.com Configuration", Read(
            (OpenDkim, $"Domain unused.example\nSelector unused\nKeyTable {table}\n"),
            ("/etc/opendkim/KeyTable", "# comment\nk1 example.com:a:/k/a\nk2\texample.net:b:/k/b\nbroken\nk3 %:c:/k/c\n")));

    [Theory]
    [InlineData("KeyTable mysql:host/db")]
    [InlineData("KeyTable refile:/etc/absent")]
    [InlineData("Selector s1")]
    public void What_it_can_not_read_it_does_not_guess(string text) => Assert.Equal("", Read((OpenDkim, text)));

    [Fact]
    public void Reads_domains_of_rspamd() =>
        Assert.Equal("dkim example.com Guess, a example.com Configuration, b example.net Configuration, m map.example Configuration", Read(
            (Rspamd, """
                path = "/var/lib/rspamd/dkim/$domain.$selector.key"; # selector = "no";
                selector = "dkim";
                domain {
                  example.com {
                    selectors [
                      { path: "/x"; selector: "a"; }
                    ]
                  }
                  "example.net" { path = "/y"; selector = "b"; }
                }
                selector_map = "$LOCAL_CONFDIR/dkim_selectors.map";
                """),
            ("/etc/rspamd/dkim_selectors.map", "map.example m\n")));

    [Theory]
    [InlineData(OpenDkim, "Domain example.com\nSelector s1\nKeyFile /etc/dkim.key\n", "/etc/dkim.key")]
    [InlineData(Rspamd, "domain { example.com { path = \"/y/$selector.key\"; selector = \"b\"; } }", "/y/b.key")]
    [InlineData(Rspamd, "path = \"/k/$domain/$selector\"; domain { example.com { selector = \"b\"; } }", "/k/example.com/b")]
    [InlineData(Rspamd, "domain { example.com { selector = \"b\"; } }", "/var/lib/rspamd/dkim/example.com.b.key")]
    [InlineData(OpenDkim, "Domain example.com\nSelector s1\n", "")]
    public void Tells_where_the_key_lies(string file, string text, string keyFile) =>
        Assert.Equal(keyFile, Assert.Single(SigningConfiguration.Read(new FakeHost(null) { Files = { [file] = text } }, null)).KeyFile);

    [Fact]
    public void Tells_where_the_keys_of_a_table_lie() =>
        Assert.Equal(["/k/a", ""], SigningConfiguration.Read(
            new FakeHost(null) { Files = { [OpenDkim] = "KeyTable /t\n", ["/t"] = "k1 example.com:a:/k/a\nk2 example.com:b\n" } }, null).Select(hint => hint.KeyFile));

    private static string Read(params (string Path, string Text)[] files)
    {
        var host = new FakeHost(null) { Files = files.ToDictionary(file => file.Path, file => file.Text) };
        return string.Join(", ", SigningConfiguration.Read(host, DomainName.Parse("example.com")).Select(hint => $"{hint.Selector} {hint.Domain} {hint.Origin}"));
    }
}
