using System.Net;
using Todoku.Cli.Commands;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Cli.Tests.Relay;

/// <summary>What <c>relay init</c> finds out, by reading the file that it writes.</summary>
public sealed class RelayInitTests : IDisposable
{
    private const string Zone = """
        $ORIGIN example.com.
        $TTL 300
        mail A 192.0.2.1
        1.2.0.192.in-addr.arpa. PTR mail.example.com.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_host_without_mail_server_is_named_by_its_address()
    {
        var (configuration, output) = Init(new RelayHost { Sources = ["192.0.2.1"] });

        Assert.Equal("mail.example.com", configuration.HostName.ToString());
        Assert.Equal([IPEndPoint.Parse("127.0.0.1:25")], configuration.Listeners.Select(listener => listener.EndPoint));
        var path = Assert.IsType<RelayPath.Direct>(Assert.Single(configuration.Paths));
        Assert.Null(path.SourceIPv4);
        Assert.True(path.UsesIPv6);
        Assert.NotNull(configuration.Sendmail);
        Assert.True(Assert.Single(configuration.ReturnPaths).IsHostDerived);
        Assert.Contains("mail leaves from 192.0.2.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void IPv6_without_a_reverse_name_is_not_sent_from()
    {
        var (configuration, output) = Init(new RelayHost { Sources = ["192.0.2.1", "2001:db8::1"] });

        Assert.False(Assert.IsType<RelayPath.Direct>(Assert.Single(configuration.Paths)).UsesIPv6);
        Assert.Contains("IPv6 is off", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Postfix_host_gives_name_networks_certificate_keys_and_keeps_its_port()
    {
        var (configuration, output) = Init(new RelayHost
        {
            Postconf = """
                myhostname = mx.example.com
                myorigin = example.com
                inet_interfaces = all
                inet_protocols = all
                smtp_bind_address = 192.0.2.1
                mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128 10.1.0.0/16 hash:/etc/postfix/networks
                smtpd_tls_cert_file = /etc/ssl/mx.pem
                smtpd_tls_key_file = /etc/ssl/mx.key
                """,
            Files =
            {
                ["/etc/opendkim.conf"] = "Domain example.com\nSelector s1\nKeyFile /etc/dkimkeys/s1.private\n",
                ["/proc/net/tcp"] = "  sl  local_address rem_address   st\n   0: 00000000:0019 00000000:0000 0A 00000000:00000000\n",
                ["/proc/net/if_inet6"] = "00000000000000000000000000000001 01 80 10 80       lo\n",
            },
        });

        Assert.Equal("mx.example.com", configuration.HostName.ToString());
        Assert.Equal("postmaster@example.com", configuration.Postmaster);
        Assert.Equal([IPEndPoint.Parse("127.0.0.1:2525"), IPEndPoint.Parse("[::1]:2525")], configuration.Listeners.Select(listener => listener.EndPoint));
        Assert.Equal([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("10.1.0.0/16")], configuration.Listeners[0].TrustedNetworks);
        Assert.Equal(new CertificateFiles("/etc/ssl/mx.pem", "/etc/ssl/mx.key"), configuration.Listeners[0].Certificate);
        Assert.Equal(IPAddress.Parse("192.0.2.1"), Assert.IsType<RelayPath.Direct>(Assert.Single(configuration.Paths)).SourceIPv4);
        var key = Assert.Single(configuration.Signing);
        Assert.Equal(("s1", "/etc/todoku/keys/example.com.s1.pem"), (key.Selector, key.KeyFile));
        Assert.Contains("install -D -o todoku -m 600 /etc/dkimkeys/s1.private /etc/todoku/keys/example.com.s1.pem", output, StringComparison.Ordinal);
        Assert.Contains("port 25 is taken", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_smart_host_of_Postfix_stays_the_way_out()
    {
        var (configuration, _) = Init(new RelayHost { Postconf = "myhostname = mx.example.com\nrelayhost = [smtp.example.net]:587\ninet_protocols = ipv4\n", Sources = ["192.0.2.1"] });

        var path = Assert.IsType<RelayPath.SmartHost>(Assert.Single(configuration.Paths));
        Assert.Equal(("smtp.example.net", 587), (path.Host, path.Port));
    }

    [Fact]
    public void Certificates_of_the_name_are_found()
    {
        var (configuration, _) = Init(new RelayHost { Sources = ["192.0.2.1"], Files = { ["/etc/letsencrypt/live/mail.example.com/fullchain.pem"] = "-----BEGIN CERTIFICATE-----" } });

        Assert.Equal("/etc/letsencrypt/live/mail.example.com/privkey.pem", configuration.Listeners[0].Certificate?.Key);
    }

    [Fact]
    public void In_Japanese_the_comments_and_notices_are_so()
    {
        var (configuration, _) = Init(new RelayHost { Sources = ["192.0.2.1"] }, "--lang", "ja");

        Assert.Equal(Language.Japanese, configuration.Language);
        Assert.Contains("リレーが名乗る名前", File.ReadAllText(_folder["relay.toml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_forced()
    {
        var file = _folder.Write("relay.toml", "mine");
        var console = new TestConsole { Host = new RelayHost { Sources = ["192.0.2.1"] } };

        Assert.Equal(ExitStatus.Unreadable, console.Run(Arguments()));
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Contains("--force", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Fine, console.Run(Arguments("--force")));
        Assert.Contains("[relay]", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_file_says_what_to_write()
    {
        var console = new TestConsole { Host = new RelayHost() };

        Assert.Equal(ExitStatus.Fine, console.Run(Arguments()));
        Assert.Contains("no host name", console.Output, StringComparison.Ordinal);
        var invalid = Assert.IsType<ConfigurationOutcome.Invalid>(ConfigurationReader.Read(_folder["relay.toml"], Language.English, checksFiles: false));
        Assert.Contains("'host-name' is empty: write host-name = \"mail.example.com\"", Assert.Single(invalid.Problems).Message, StringComparison.Ordinal);
    }

    private (RelayConfiguration Configuration, string Output) Init(RelayHost host, params string[] more)
    {
        var console = new TestConsole { Host = host };
        Assert.Equal(ExitStatus.Fine, console.Run(Arguments(more)));
        return ConfigurationReader.Read(_folder["relay.toml"], Language.English, checksFiles: false) is ConfigurationOutcome.Valid valid
            ? (valid.Configuration, console.Output)
            : throw new InvalidOperationException(File.ReadAllText(_folder["relay.toml"]));
    }

    private string[] Arguments(params string[] more) =>
        ["relay", "init", "--config", _folder["relay.toml"], "--resolver", "none", "--zone", _folder.Write("zone", Zone), .. more.Contains("--lang") ? more : [.. more, "--lang", "en"]];
}
