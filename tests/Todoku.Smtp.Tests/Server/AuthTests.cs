using System.Text;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Authentication;

namespace Todoku.Smtp.Tests.Server;

/// <summary>AUTH (RFC 4954): PLAIN, LOGIN, SCRAM-SHA-256.</summary>
public sealed class AuthTests
{
    // Few rounds: the tests are about the dialogue.
    private static readonly PasswordTable Users = new([KeyValuePair.Create("user", ScramCredential.Create("secret", "salt"u8, 10))]);

    [Theory]
    [InlineData("\0user\0secret", 235)]
    [InlineData("user\0user\0secret", 235)]
    [InlineData("admin\0user\0secret", 501)]
    [InlineData("\0user\0wrong", 535)]
    [InlineData("\0nobody\0secret", 535)]
    [InlineData("\0\0", 501)]
    [InlineData("user", 501)]
    [InlineData("a\0b\0c\0d", 501)]
    public void Plain(string message, int code)
    {
        using var atOnce = Begun();
        Assert.Equal([code], atOnce.Codes($"AUTH PLAIN {Base64(message)}\r\n"));
        using var asked = Begun();
        Assert.Equal([334, code, 250], asked.Codes($"auth plain\r\n{Base64(message)}\r\nNOOP\r\n"));
    }

    [Theory]
    [InlineData("user", "secret", 235)]
    [InlineData("user", "wrong", 535)]
    [InlineData("", "secret", 501)]
    public void Login(string user, string password, int code)
    {
        using var dialogue = Begun();
        Assert.Equal("334 VXNlcm5hbWU6\r\n", dialogue.Ask("AUTH LOGIN"));
        var reply = dialogue.Ask(Base64(user));
        if (user.Length > 0)
        {
            Assert.Equal("334 UGFzc3dvcmQ6\r\n", reply);
            reply = dialogue.Ask(Base64(password));
        }
        Assert.StartsWith(code.ToString(), reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret", 235)]
    [InlineData("wrong", 535)]
    public void Scram(string password, int code)
    {
        using var dialogue = Begun();
        var first = dialogue.Ask($"AUTH SCRAM-SHA-256 {Base64("n,,n=user,r=abc")}")[4..].TrimEnd();
        var (final, signature) = ScramClient.Answer("n,,", "n=user,r=abc", Encoding.UTF8.GetString(Convert.FromBase64String(first)), password);
        var reply = dialogue.Ask(Base64(final));
        if (code == 235)
        {
            Assert.Equal($"334 {Base64(signature)}\r\n", reply);
            reply = dialogue.Ask("");
        }
        Assert.StartsWith(code.ToString(), reply, StringComparison.Ordinal);
        Assert.Equal(code == 235 ? "user" : null, dialogue.Session.Client.User);
    }

    [Fact]
    public void Scram_does_not_tell_who_is_unknown()
    {
        string Salt()
        {
            using var dialogue = Begun();
            var first = Encoding.UTF8.GetString(Convert.FromBase64String(dialogue.Ask($"AUTH SCRAM-SHA-256 {Base64("n,,n=nobody,r=abc")}")[4..].TrimEnd()));
            return first.Split(',')[1];
        }

        Assert.Equal(Salt(), Salt());
    }

    // RFC 7677, section 3.
    [Fact]
    public void Scram_vector()
    {
        var exchange = ScramExchange.Begin("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        var credential = ScramCredential.Create("pencil", Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

        Assert.Equal("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", exchange?.Challenge(credential, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"));
        Assert.Equal(
            "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
            exchange?.Finish("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", credential));
    }

    [Theory]
    [InlineData("p=tls-unique,,n=user,r=abc")]
    [InlineData("n,a=admin,n=user,r=abc")]
    [InlineData("n,,m=x,n=user,r=abc")]
    [InlineData("n,,n=us=er,r=abc")]
    [InlineData("n,,n=user")]
    [InlineData("n,,n=user,r=")]
    [InlineData("n")]
    [InlineData("")]
    public void Scram_refuses_what_it_is_not_for(string first) => Assert.Null(ScramExchange.Begin(first));

    [Fact]
    public void Passwords_are_asked_for_under_TLS_only_except_on_loopback()
    {
        using var plain = Dialogue.Begun(Options(), users: Users);
        Assert.DoesNotContain("AUTH", plain.Ask("EHLO c.example"), StringComparison.Ordinal);
        Assert.Equal([538], plain.Codes("AUTH PLAIN AHVzZXIAc2VjcmV0\r\n"));
        using var local = Dialogue.Begun(Options(), new PipeConnection("127.0.0.1"), Users);
        Assert.Contains("250 AUTH SCRAM-SHA-256 PLAIN LOGIN", local.Ask("EHLO c.example"), StringComparison.Ordinal);
        using var strict = Dialogue.Begun(Options() with { AllowsPlainPasswordsOnLoopback = false }, new PipeConnection("127.0.0.1"), Users);
        Assert.Equal([538], strict.Codes("AUTH PLAIN AHVzZXIAc2VjcmV0\r\n"));
    }

    [Fact]
    public void A_password_lets_relay_until_TLS_begins_anew()
    {
        using var dialogue = Begun();
        Assert.Equal([530], dialogue.Codes("MAIL FROM:<>\r\n"));
        dialogue.Ask("AUTH PLAIN AHVzZXIAc2VjcmV0");

        Assert.Equal([503, 250, 250], dialogue.Codes("AUTH PLAIN AHVzZXIAc2VjcmV0\r\nMAIL FROM:<>\r\nRCPT TO:<a@remote.example>\r\n"));
        Assert.Equal([503], dialogue.Codes("AUTH PLAIN AHVzZXIAc2VjcmV0\r\n"));
    }

    [Theory]
    [InlineData("AUTH PLAIN !!!", 501)]
    [InlineData("AUTH PLAIN AA=A", 501)]
    [InlineData("AUTH PLAIN =", 501)]
    [InlineData("AUTH BOGUS", 504)]
    [InlineData("AUTH", 501)]
    [InlineData("AUTH PLAIN a b", 501)]
    [InlineData("AUTH PLAIN\r\n*", 501)]
    [InlineData("AUTH LOGIN\r\n!!", 501)]
    [InlineData("AUTH LOGIN\r\ndXNlcg==\r\n*", 501)]
    public void Refuses_what_is_malformed(string lines, int code)
    {
        using var dialogue = Begun();

        Assert.Equal(code, dialogue.Codes($"{lines}\r\n")[^1]);
        Assert.Equal([250], dialogue.Codes("NOOP\r\n"));
    }

    [Fact]
    public void A_long_answer_is_refused_as_a_whole()
    {
        using var dialogue = Begun();

        Assert.Equal([334, 501, 250], dialogue.Codes($"AUTH PLAIN\r\n{new string('A', 13_000)}\r\nNOOP\r\n"));
    }

    [Fact]
    public void Wrong_passwords_end_the_session()
    {
        using var dialogue = Begun();

        Assert.Equal([535, 535, 421], dialogue.Codes(string.Concat(Enumerable.Repeat($"AUTH PLAIN {Base64("\0user\0wrong")}\r\n", 5))));
        Assert.Equal(SessionEnd.Refused, dialogue.End);
    }

    [Fact]
    public void No_secret_is_in_the_transcript()
    {
        using var dialogue = Begun();
        dialogue.Ask($"AUTH PLAIN {Base64("\0user\0wrong")}");
        dialogue.Ask("AUTH LOGIN");
        dialogue.Ask(Base64("user"));
        dialogue.Ask(Base64("secret"));
        dialogue.Ask($"AUTHPLAIN {Base64("\0user\0secret")}");

        var text = string.Join('\n', dialogue.Session.Transcript.Lines.Select(line => line.Text));
        Assert.Contains("AUTH PLAIN ********", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("user"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("secret"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("\0user\0wrong"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("\0user\0secret"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_password_is_read_as_it_was_written()
    {
        var credential = ScramCredential.Create("pässword");

        Assert.True(ScramCredential.TryParse(credential.Format(), out var read));
        Assert.True(read.Matches("pässword"));
        Assert.False(read.Matches("password"));
        Assert.False(read.Matches(""));
        Assert.DoesNotContain(credential.Format(), credential.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SCRAM-SHA-256$")]
    [InlineData("SCRAM-SHA-256$0:c2FsdA==$a:b")]
    [InlineData("SCRAM-SHA-256$4096:c2FsdA==$AAAA:AAAA")]
    [InlineData("{PLAIN}secret")]
    public void A_stored_password_that_is_none(string text) => Assert.False(ScramCredential.TryParse(text, out _));

    private static SmtpServerOptions Options() => Dialogue.Options(SmtpListenerRole.Submission);

    private static Dialogue Begun()
    {
        var dialogue = Dialogue.Begun(Options(), users: Users);
        dialogue.Ask("STARTTLS");
        dialogue.Ask("EHLO client.example");
        return dialogue;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
