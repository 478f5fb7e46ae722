using System.Net;
using System.Runtime.CompilerServices;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Server;

namespace Todoku.Relay.Tests.Configuration;

/// <summary>What the values of a file become: <c>Cases/full.toml</c>.</summary>
public sealed class ConfigurationValueTests
{
    private static readonly RelayConfiguration Full = Read(File.ReadAllText(Path.Combine(Folder(), "Cases", "full.toml")));

    [Fact]
    public void Relay()
    {
        Assert.Equal("mail.example.com", Full.HostName.ToString());
        Assert.Equal(Language.Japanese, Full.Language);
        Assert.Equal([IPEndPoint.Parse("127.0.0.1:53"), IPEndPoint.Parse("[::1]:5353")], Full.Resolvers);
        Assert.Equal("/etc/todoku/users", Full.UsersFile);
        Assert.Equal("todoku", Full.User);
    }

    [Fact]
    public void Listeners()
    {
        Assert.Equal([SmtpListenerRole.TrustedNetworks, SmtpListenerRole.Submission, SmtpListenerRole.Reception], Full.Listeners.Select(listener => listener.Role));
        Assert.Equal([ListenerTls.Offered, ListenerTls.Implicit, ListenerTls.Offered], Full.Listeners.Select(listener => listener.Tls));
        Assert.Equal([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")], Full.Listeners[0].TrustedNetworks);
        Assert.Equal([IPNetwork.Parse("127.0.0.1/32")], Full.Listeners[0].XclientNetworks);
        Assert.Equal(new CertificateFiles("/etc/todoku/fullchain.pem", "/etc/todoku/privkey.pem"), Full.Listeners[1].Certificate);
    }

    [Fact]
    public void Limits()
    {
        Assert.Equal(25 << 20, Full.Limits.Session.MessageSize);
        Assert.Equal(500, Full.Limits.Session.Recipients);
        Assert.Equal(TimeSpan.FromMinutes(2), Full.Limits.Timeouts.Command);
        Assert.Equal(1L << 30, Full.Queue.LeastFree);
        Assert.Equal(TimeSpan.FromSeconds(10), Full.Delivery.IdleConnection);
        Assert.Equal(TimeSpan.FromHours(2), Full.Delivery.DelayWarning);
    }

    [Fact]
    public void Policy()
    {
        Assert.Equal(ReturnPathAction.AuthorDomain, Full.ReturnPaths[0].Action);
        Assert.True(Full.ReturnPaths[0].IsHostDerived);
        Assert.Equal("bounces", Full.ReturnPaths[0].LocalPart);
        Assert.True(Full.ReturnPaths[1].IsDryRun);
        Assert.Equal("/var/lib/todoku/bounces.secret", Full.Bounces?.SecretFile);
        Assert.Equal([false, false, true], Full.Signing.Select(key => key.IsFallback));
        Assert.Equal(DomainName.Parse("relay.example.com"), Full.Signing[2].SigningDomain);
    }

    [Fact]
    public void Paths()
    {
        var main = Assert.IsType<RelayPath.Direct>(Full.Paths[0]);
        Assert.Equal((IPAddress.Parse("192.0.2.1"), true, false), (main.SourceIPv4, main.UsesIPv4, main.UsesIPv6));
        var smart = Assert.IsType<RelayPath.SmartHost>(Full.Paths[1]);
        Assert.Equal((587, "smtp.example.net"), (smart.Port, Assert.Single(Assert.IsType<TlsRequirement.Verified>(smart.Tls).Names).ToString()));
        Assert.Equal("/var/mail/todoku", Assert.IsType<RelayPath.Maildir>(Full.Paths[2]).Folder);
        Assert.Equal(["smart"], Full.Ladders[0].Paths);
        Assert.Empty(Full.Ladders[^1].SenderDomains);
        Assert.Equal(["main", "smart"], Full.Ladders[^1].Paths);
        Assert.Equal((100, TimeSpan.FromHours(1), 2), (Full.Shaping[0].Rate, Full.Shaping[0].RatePeriod, Full.Shaping[0].Connections));
        Assert.Equal([50, 100, 200], Full.WarmUps[0].MessagesADay);
    }

    [Fact]
    public void Without_a_path_there_is_one_from_any_address_and_a_ladder_of_it()
    {
        var least = Read("""
            [relay]
            host-name = "mail.example.com"
            [[listen]]
            address = "127.0.0.1:25"
            role = "trusted"
            trusted = ["127.0.0.1"]
            """);

        Assert.Equal(new RelayPath.Direct("direct", "mail.example.com"), Assert.Single(least.Paths));
        Assert.Equal(["direct"], Assert.Single(least.Ladders).Paths);
        Assert.Equal("postmaster@mail.example.com", least.Postmaster);
        Assert.Null(least.Http);
    }

    [Theory]
    [InlineData("message-size = \"1G\"", 1L << 30)]
    [InlineData("message-size = \"2MiB\"", 2L << 20)]
    [InlineData("message-size = 1000000", 1_000_000)]
    [InlineData("message-size = \"100KB\"", 100L << 10)]
    public void Sizes(string line, long octets) => Assert.Equal(octets, Read($"""
        [relay]
        host-name = "mail.example.com"
        [limits]
        {line}
        [[listen]]
        address = "127.0.0.1:25"
        role = "reception"
        """).Limits.Session.MessageSize);

    [Fact]
    public void A_reload_that_is_wrong_changes_nothing_and_one_that_is_right_says_what_waits_for_a_restart()
    {
        using var folder = new TempFolder();
        const string Text = """
            [relay]
            host-name = "mail.example.com"
            [[listen]]
            address = "127.0.0.1:25"
            role = "trusted"
            trusted = ["127.0.0.1"]
            [limits]
            recipients = 200
            """;
        var path = folder.Write("relay.toml", Text);
        var holder = new ConfigurationHolder(((ConfigurationOutcome.Valid)ConfigurationReader.Read(path, Language.English)).Configuration, Language.English);
        var first = holder.Current;

        File.WriteAllText(path, Text.Replace("200", "20", StringComparison.Ordinal));
        Assert.Equal(8, Assert.Single(Assert.IsType<ReloadOutcome.Refused>(holder.Reload()).Problems).Line);
        Assert.Same(first, holder.Current);

        File.WriteAllText(path, Text.Replace("200", "300", StringComparison.Ordinal).Replace(":25", ":26", StringComparison.Ordinal) + "\n[[return-path]]\naction = \"keep\"\n[[limit]]\nconnections = 3\n[[path]]\nname = \"new\"\nkind = \"direct\"\n[[ladder]]\npaths = [\"new\"]\n[[warm-up]]\npath = \"new\"\nbegins = 2026-11-30\nmessages-a-day = [5]\n[log]\nfile = \"relay.log\"\ntraces = true\n");
        Assert.Equal(["[[listen]]", "[limits]", "[log] file"], Assert.IsType<ReloadOutcome.Reloaded>(holder.Reload()).NeedRestart);
        Assert.Equal((200, 25, 1), (holder.Current.Limits.Session.Recipients, holder.Current.Listeners[0].EndPoint.Port, holder.Current.ReturnPaths.Count));
        Assert.Equal((3, "new", "new"), (holder.Current.Shaping[0].Connections, holder.Current.Paths[0].Name, holder.Current.Ladders[0].Paths[0]));
        Assert.Equal([5], holder.Current.WarmUps[0].MessagesADay);
        Assert.Equal((true, null), (holder.Current.Log.KeepsAllTraces, holder.Current.Log.File));
        File.WriteAllText(path, Text);
        Assert.Empty(Assert.IsType<ReloadOutcome.Reloaded>(holder.Reload()).NeedRestart);
        Assert.Empty(holder.Current.ReturnPaths);
    }

    [Theory]
    [InlineData("host = \"smtp.example.net\"", "host = \"smtp.example.org\"", "")]
    [InlineData("ipv6 = \"none\"", "ipv6 = \"2001:db8::1\"", "")]
    [InlineData("messages-a-day = [50, 100, 200]", "messages-a-day = [50, 100]", "")]
    [InlineData("paths = [\"main\", \"smart\"]", "paths = [\"smart\"]", "")]
    [InlineData("connections = 2\n", "connections = 3\n", "")]
    [InlineData("connections = 200", "connections = 300", "[delivery]")]
    [InlineData("language = \"ja\"", "language = \"en\"", "language")]
    [InlineData("[\"127.0.0.0/8\", \"::1\"]", "[\"127.0.0.0/8\"]", "[[listen]]")]
    [InlineData("dry-run = true", "dry-run = false", "")]
    public void Knows_what_waits_for_a_restart(string old, string next, string setting)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), "Cases", "full.toml"));

        Assert.Equal(setting, string.Join(", ", FixedSettings.Changed(Full, Read(text.Replace(old, next, StringComparison.Ordinal)))));
    }

    private static RelayConfiguration Read(string text) => ConfigurationReader.Parse("/etc/todoku/relay.toml", text, Language.English, checksFiles: false) switch
    {
        ConfigurationOutcome.Valid valid => valid.Configuration,
        ConfigurationOutcome.Invalid invalid => throw new InvalidOperationException(string.Join('\n', invalid.Problems)),
        _ => throw new InvalidOperationException(),
    };

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";

    [Theory]
    [InlineData("", null)]
    [InlineData("[metrics]", "127.0.0.1:9125")]
    [InlineData("[metrics]\naddress = \"[::1]:9\"", "[::1]:9")]
    public void Figures_are_told_on_this_machine_unless_an_address_is_named(string table, string? place)
    {
        var text = "[relay]\nhost-name = \"mail.example.com\"\n[[listen]]\naddress = \"127.0.0.1:25\"\nrole = \"trusted\"\ntrusted = [\"127.0.0.1\"]\n" + table;

        var valid = Assert.IsType<ConfigurationOutcome.Valid>(ConfigurationReader.Parse("relay.toml", text, Language.English, checksFiles: false));

        Assert.Equal(place, valid.Configuration.Metrics?.ToString());
    }
}
