using System.Security.Cryptography;
using System.Text;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>AUTH towards smart hosts.</summary>
public sealed class AuthenticationTests
{
    private static readonly SmtpCredentials User = new("user", "pencil") { AllowInClear = true };

    [Fact]
    public async Task PLAIN_is_said_in_one_line()
    {
        var server = new ScriptedServer { Keywords = "AUTH LOGIN PLAIN", Answer = (verb, _) => verb == "AUTH" ? "235 2.7.0 ok" : null };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { Credentials = User });

        Assert.Equal($"AUTH PLAIN {Convert.ToBase64String("\0user\0pencil"u8)}", server.Commands[1]);
    }

    [Fact]
    public async Task LOGIN_is_said_in_three_lines()
    {
        var questions = new Queue<string>(["334 UGFzc3dvcmQ6", "235 2.7.0 ok"]);
        var server = new ScriptedServer
        {
            Keywords = "AUTH LOGIN",
            Answer = (verb, _) => verb switch
            {
                "AUTH" => "334 VXNlcm5hbWU6",
                "SASL" => questions.Dequeue(),
                _ => null,
            },
        };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { Credentials = User });

        Assert.Equal(["AUTH LOGIN", Convert.ToBase64String("user"u8), Convert.ToBase64String("pencil"u8)], server.Commands[1..]);
    }

    [Theory]
    [InlineData("AUTH PLAIN", "535 5.7.8 no", "refused Auth 535")]
    [InlineData("AUTH PLAIN", "454 4.7.0 later", "refused Auth 454")]
    [InlineData("AUTH PLAIN", "334 more", "Auth Protocol")]
    [InlineData("AUTH GSSAPI XOAUTH2", "", "not sent Auth NoMechanism")]
    [InlineData("DSN", "", "not sent Auth NoMechanism")]
    public async Task A_refusal_is_an_outcome(string keywords, string reply, string expected)
    {
        var server = new ScriptedServer { Keywords = keywords, Answer = (verb, _) => verb == "AUTH" ? reply : null };

        Assert.Equal(expected, Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server, Dialogue.Options with { Credentials = User })));
    }

    [Fact]
    public async Task A_password_does_not_go_out_in_clear()
    {
        var server = new ScriptedServer { Keywords = "AUTH PLAIN" };

        Assert.Equal("not sent Auth PasswordInClear", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server, Dialogue.Options with { Credentials = User with { AllowInClear = false } })));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    // RFC 7677, section 3.
    [Fact]
    public void SCRAM_gives_the_proof_of_the_standard()
    {
        var scram = new ScramClient(User, "rOprNGfwEbeRWgbNEkqO");

        Assert.Equal("n,,n=user,r=rOprNGfwEbeRWgbNEkqO", scram.First);
        Assert.Equal(
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            scram.Answer("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"u8));
        Assert.True(scram.IsAuthentic("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="u8));
        Assert.False(scram.IsAuthentic("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="u8));
        Assert.False(scram.IsAuthentic("e=other-error"u8));
    }

    [Theory]
    [InlineData("r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=nonce,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=nonceX,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1")]
    [InlineData("r=nonceX,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000")]
    [InlineData("r=nonceX,s=,i=4096")]
    [InlineData("r=nonceX,s=*,i=4096")]
    [InlineData("m=ext,r=nonceX,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("")]
    public void SCRAM_answers_no_challenge_that_is_not_acceptable(string challenge) => Assert.Null(new ScramClient(User, "nonce").Answer(Encoding.ASCII.GetBytes(challenge)));

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "not sent Auth ServerNotAuthentic")]
    public async Task SCRAM_wants_the_proof_of_the_server(bool isAuthentic, string expected)
    {
        var scram = new ScramServer(isAuthentic ? "pencil" : "guess");
        var server = new ScriptedServer { Keywords = "AUTH PLAIN SCRAM-SHA-256", Answer = scram.Answer };
        var options = Dialogue.Options with { Credentials = User };

        if (isAuthentic) await (await Dialogue.OpenAsync(server, options)).DisposeAsync();
        else Assert.Equal(expected, Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server, options)));
        Assert.Equal(isAuthentic ? "" : "*", server.Commands[^1]);
    }

    [Fact]
    public async Task SCRAM_is_not_skipped_by_an_early_yes()
    {
        var server = new ScriptedServer
        {
            Keywords = "AUTH SCRAM-SHA-256",
            Answer = (verb, line) => verb == "SASL" ? "235 2.7.0 trust me" : new ScramServer("pencil").Answer(verb, line),
        };

        Assert.Equal("not sent Auth ServerNotAuthentic", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server, Dialogue.Options with { Credentials = User })));
    }

    /// <summary>The other side of SCRAM, written from RFC 5802 on its own; takes any proof.</summary>
    private sealed class ScramServer(string password)
    {
        private string _clientFirst = "";
        private string _first = "";
        private bool _isProven;

        public string? Answer(string verb, string line)
        {
            if (verb == "AUTH")
            {
                _clientFirst = Text(line.Split(' ')[2])[3..];
                _first = $"{_clientFirst[_clientFirst.IndexOf("r=", StringComparison.Ordinal)..]}more,s=c2FsdHNhbHQ=,i=4096";
                return $"334 {Base64(_first)}";
            }
            if (verb != "SASL") return null;
            if (_isProven) return line == "*" ? "501 5.7.0 cancelled" : "235 2.7.0 ok";
            _isProven = true;
            var final = Text(line);
            var message = $"{_clientFirst},{_first},{final[..final.LastIndexOf(",p=", StringComparison.Ordinal)]}";
            var salted = Rfc2898DeriveBytes.Pbkdf2(password, "saltsalt"u8, 4096, HashAlgorithmName.SHA256, 32);
            var key = HMACSHA256.HashData(salted, "Server Key"u8);
            return $"334 {Base64($"v={Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message)))}")}";
        }

        private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

        private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }
}
