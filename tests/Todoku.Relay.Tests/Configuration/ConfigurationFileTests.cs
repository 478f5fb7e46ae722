using Todoku.Authentication.Signatures;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Tests.Configuration;

/// <summary>The files that a configuration names.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takes_files_that_are_right_and_reads_the_password()
    {
        var certificate = new TestCertificate("mail.example.com");
        _folder.Write("cert.pem", certificate.Pem);
        _folder.Write("key.pem", certificate.KeyPem);
        using var signing = PrivateKey.CreateEd25519();
        _folder.Write("dkim.pem", signing.ToPem());
        _folder.Write("smart.password", "secret\n");
        _folder.Write("users", "");

        var outcome = Read("""
            users = "users"
            [tls]
            certificate = "cert.pem"
            key = "key.pem"
            [[sign]]
            domains = ["example.com"]
            selector = "s1"
            key = "dkim.pem"
            [[path]]
            name = "smart"
            kind = "smart-host"
            host = "smtp.example.net"
            user = "relay"
            password-file = "smart.password"
            """);

        var path = Assert.IsType<Todoku.Relay.Routing.Paths.RelayPath.SmartHost>(Assert.Single(Valid(outcome).Paths));
        Assert.Equal("secret", path.Credentials?.Password);
        Assert.Equal(Path.Combine(_folder.Path, "dkim.pem"), Assert.Single(Valid(outcome).Signing).KeyFile);
        Assert.Equal(ListenerTls.Offered, Assert.Single(Valid(outcome).Listeners).Tls);
    }

    [Fact]
    public void Names_every_file_that_is_not_there()
    {
        var problems = Problems(Read("""
            users = "users"
            [tls]
            certificate = "cert.pem"
            key = "key.pem"
            [[sign]]
            domains = ["example.com"]
            selector = "s1"
            key = "dkim.pem"
            """));

        Assert.Equal(4, problems.Count);
        Assert.All(problems, problem => Assert.Contains(_folder.Path, problem.Message, StringComparison.Ordinal));
        Assert.Contains("todoku relay passwd USER", problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead, false)]
    [InlineData(UnixFileMode.GroupWrite, false)]
    [InlineData(UnixFileMode.GroupRead, true)]
    public void Refuses_secrets_that_others_can_read(UnixFileMode more, bool isFine)
    {
        using var key = PrivateKey.CreateEd25519();
        File.SetUnixFileMode(_folder.Write("dkim.pem", key.ToPem()), UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        var outcome = Read(Signing);

        if (isFine) Valid(outcome);
        else Assert.Contains("chmod 600", Assert.Single(Problems(outcome)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_a_key_of_another_certificate()
    {
        _folder.Write("cert.pem", new TestCertificate("mail.example.com").Pem);
        _folder.Write("key.pem", new TestCertificate("mail.example.com").KeyPem);

        Assert.Contains("does not belong to", Assert.Single(Problems(Read(Tls))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_files_that_hold_something_else()
    {
        _folder.Write("cert.pem", "hello");
        _folder.Write("key.pem", "hello");
        _folder.Write("dkim.pem", "hello");

        var problems = Problems(Read($"{Tls}\n{Signing}"));

        Assert.Equal(["holds no certificate", "holds no private key"], problems.Select(problem => problem.Message[problem.Message.IndexOf("holds", StringComparison.Ordinal)..].Split(" that")[0]));
    }

    [Fact]
    public void A_certificate_with_a_key_that_is_none()
    {
        _folder.Write("cert.pem", new TestCertificate("mail.example.com").Pem);
        _folder.Write("key.pem", "hello");

        Assert.Contains("holds no private key", Assert.Single(Problems(Read(Tls))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_keeps_the_configuration_itself_from_being_read()
    {
        var path = Path.Combine(_folder.Path, "relay.toml");

        Assert.Contains("todoku relay init", Assert.Single(Problems(ConfigurationReader.Read(path, Language.English))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, [0x5b, 0xff, 0xfe]);
        Assert.Contains("UTF-8", Assert.Single(Problems(ConfigurationReader.Read(path, Language.English))).Message, StringComparison.Ordinal);
    }

    private const string Tls = """
        [tls]
        certificate = "cert.pem"
        key = "key.pem"
        """;

    private const string Signing = """
        [[sign]]
        domains = ["example.com"]
        selector = "s1"
        key = "dkim.pem"
        """;

    private ConfigurationOutcome Read(string more) => ConfigurationReader.Read(
        _folder.Write("relay.toml", $"""
            [[listen]]
            address = "127.0.0.1:2525"
            role = "trusted"
            trusted = ["127.0.0.1"]
            [relay]
            host-name = "mail.example.com"
            {more}
            """),
        Language.English);

    private static RelayConfiguration Valid(ConfigurationOutcome outcome) =>
        outcome is ConfigurationOutcome.Invalid invalid ? throw new InvalidOperationException(string.Join('\n', invalid.Problems)) : ((ConfigurationOutcome.Valid)outcome).Configuration;

    private static IReadOnlyList<ConfigurationProblem> Problems(ConfigurationOutcome outcome) => Assert.IsType<ConfigurationOutcome.Invalid>(outcome).Problems;
}
