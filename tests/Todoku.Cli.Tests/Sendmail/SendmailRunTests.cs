using System.Text;

namespace Todoku.Cli.Tests.Sendmail;

/// <summary>Exit status, the one line on standard error, and what is kept when no relay listens.</summary>
public sealed class SendmailRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SendmailRunTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        Directory.CreateDirectory(Spool);
        File.WriteAllText(Configuration, "[sendmail]\nsocket = \"none.sock\"\nspool = \"spool\"\n[relay]\nhost-name = \"an error that does not matter\"\n");
    }

    private string Configuration => _folder["relay.toml"];

    private string Spool => _folder["spool"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_a_message_of_PHP()
    {
        Assert.Equal((0, ""), Run("To: a@shop.example\r\nSubject: x\r\nBcc: b@shop.example\r\nFrom: www@shop.example\r\n\r\nbody\r\n", "-t", "-i"));

        Assert.Equal("todoku-mail 1\nfrom www-data\nto a@shop.example\nto b@shop.example\nkey KEY\n\nTo: a@shop.example\r\nSubject: x\r\nBcc: b@shop.example\r\nFrom: www@shop.example\r\n\r\nbody\r\n", Kept());
    }

    [Fact]
    public void Keeps_a_message_without_a_header()
    {
        Assert.Equal(0, Run("hello\n", "-f", "", "-F", "Web Shop", "root, \"A B\" <c@shop.example>").Status);

        Assert.Equal("todoku-mail 1\nfrom\nto root\nto c@shop.example\nauthor Web Shop\nkey KEY\n\nhello\r\n", Kept());
    }

    [Fact]
    public void Says_what_it_did_when_asked() =>
        Assert.StartsWith($"sendmail: kept in {Spool} until the relay fetches it ({_folder["none.sock"]}: ", Run("x\n", "-v", "root").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData(64, "sendmail: no recipients", "x\n")]
    [InlineData(64, "sendmail: there is no option -z", "x\n", "-z", "root")]
    [InlineData(64, "sendmail: -bs is not offered", "x\n", "-bs")]
    [InlineData(64, "sendmail: the queue is shown by: todoku queue list", "x\n", "-bp")]
    [InlineData(64, "sendmail: the recipient \"a@\" is no address", "x\n", "a@")]
    [InlineData(64, "sendmail: the sender \"a\\nb\" (-f) is no address", "x\n", "-f", "a\nb", "root")]
    [InlineData(65, "sendmail: the header names no recipients", "Subject: x\n\nTo: a@b.example\n", "-t")]
    [InlineData(65, "sendmail: the header names the recipient \"a@\"", "To: a@\n\n", "-t")]
    public void Refuses_with_a_status_and_one_line(int status, string words, string message, params string[] arguments)
    {
        var (actual, errors) = Run(message, arguments);

        Assert.Equal(status, actual);
        Assert.StartsWith(words, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.EnumerateFiles(Spool));
    }

    [Fact]
    public void Says_when_the_message_could_not_be_kept()
    {
        Directory.Delete(Spool);

        var (status, errors) = Run("x\n", "root");

        Assert.Equal(75, status);
        Assert.StartsWith("sendmail: NOT SENT: the relay can't be reached (", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_it_in_Japanese() => Assert.StartsWith("sendmail: 宛先がありません", Run("x\n", "--lang", "ja").Errors, StringComparison.Ordinal);

    [Fact]
    public void A_configuration_that_is_named_must_be_there()
    {
        var console = new TestConsole { Input = "x\n"u8.ToArray() };

        Assert.Equal(78, console.Run("sendmail", "-C", _folder["none.toml"], "root"));
    }

    [Theory]
    [InlineData("-bi")]
    [InlineData("-q")]
    public void Has_nothing_to_do(string option) => Assert.Equal((0, ""), Run("", option));

    private (int Status, string Errors) Run(string message, params string[] arguments)
    {
        var console = new TestConsole { Input = Encoding.UTF8.GetBytes(message), UserName = "www-data" };
        var status = console.Run(["sendmail", "--config", Configuration, .. arguments]);
        return (status, console.Error);
    }

    // Each message has a key of its own, by which the relay queues it once.
    private string Kept() =>
        System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(Assert.Single(Directory.EnumerateFiles(Spool, "*.mail"))), "\nkey [0-9a-f]{32}\n", "\nkey KEY\n");
}
