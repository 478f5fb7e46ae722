using System.Net;
using System.Net.Sockets;
using Todoku.Mail;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads <c>[[path]]</c>. Without any there is one, "direct", from whichever address the system chooses.</summary>
internal static class PathReader
{
    private const string None = "none";

    private enum Kind
    {
        Direct,
        SmartHost,
        Maildir,
    }

    private enum Tls
    {
        None,
        Offered,
        Required,
        Verified,
        Implicit,
    }

    public static IReadOnlyList<RelayPath> Read(ConfigurationTable root, DomainName hostName)
    {
        var paths = new List<RelayPath>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in root.Children("path"))
        {
            var name = table.Required("name", "\"main\"");
            var kind = table.Word("kind", Kind.Direct, ("direct", Kind.Direct), ("smart-host", Kind.SmartHost), ("maildir", Kind.Maildir));
            if (!table.Has("kind")) table.FailMissing("kind", "\"direct\"");
            if (name is not null && !lines.TryAdd(name, table.Line)) table.Fail("name", table.Texts.Twice("name", name, lines[name]));
            RelayPath? path = kind switch
            {
                Kind.SmartHost => SmartHost(table, name ?? "", hostName),
                Kind.Maildir => table.Required("folder", "\"/var/mail/todoku\"") is { } folder ? new RelayPath.Maildir(name ?? "", table.Context.FullPath(folder)) : null,
                _ => Direct(table, name ?? "", hostName),
            };
            table.OnlyWith("kind = \"direct\"", "ipv4", "ipv6");
            table.OnlyWith("kind = \"smart-host\"", "host", "user", "password-file", "tls", "source", "spf-include");
            table.OnlyWith("kind = \"maildir\"", "folder");
            table.Finish();
            if (path is not null && name is not null) paths.Add(path);
        }
        return root.Has("path") ? paths : [new RelayPath.Direct("direct", hostName.ToString())];
    }

    private static RelayPath.Direct Direct(ConfigurationTable table, string name, DomainName hostName)
    {
        var (ipv4, usesIPv4) = Source(table, "ipv4", AddressFamily.InterNetwork);
        var (ipv6, usesIPv6) = Source(table, "ipv6", AddressFamily.InterNetworkV6);
        if (!usesIPv4 && !usesIPv6) table.Fail("ipv6", table.Texts.NoFamily);
        return new RelayPath.Direct(name, (table.Domain("helo") ?? hostName).ToString())
        {
            SourceIPv4 = ipv4,
            SourceIPv6 = ipv6,
            UsesIPv4 = usesIPv4,
            UsesIPv6 = usesIPv6,
            SendingAddresses = table.Addresses("sends-from"),
            Port = (int)table.Number("port", 25, 1, ushort.MaxValue),
        };
    }

    // An address, or "none" where the family is not used.
    private static (IPAddress? Address, bool IsUsed) Source(ConfigurationTable table, string key, AddressFamily family)
    {
        if (table.Text(key) == None) return (null, false);
        var address = table.Address(key);
        if (address is null || address.AddressFamily == family) return (address, true);
        table.Fail(key, table.Texts.BadAddress(key, address.ToString()));
        return (null, true);
    }

    private static RelayPath.SmartHost? SmartHost(ConfigurationTable table, string name, DomainName hostName)
    {
        var host = table.Required("host", "\"smtp.example.net\"");
        var tls = table.Word("tls", Tls.Verified, ("verified", Tls.Verified), ("required", Tls.Required), ("offered", Tls.Offered), ("implicit", Tls.Implicit), (None, Tls.None));
        var port = (int)table.Number("port", tls == Tls.Implicit ? 465 : 587, 1, ushort.MaxValue);
        var helo = (table.Domain("helo") ?? hostName).ToString();
        var isAddress = IPAddress.TryParse(host, out var hostAddress);
        var server = host is not null && !isAddress && DomainName.TryParse(host, out var parsed) ? parsed : null;
        if (host is not null && server is null && !isAddress) table.Fail("host", table.Texts.BadDomain("host", host));
        if (isAddress && tls is Tls.Verified or Tls.Implicit && server is null && host is not null) table.Fail(table.Has("tls") ? "tls" : "host", table.Texts.VerifiedNeedsName(host));
        var isHere = isAddress ? IPAddress.IsLoopback(hostAddress!) : host == "localhost";
        var path = new RelayPath.SmartHost(name, host ?? "", port, helo)
        {
            Credentials = Credentials(table, tls, isHere),
            Tls = tls switch
            {
                Tls.None => new TlsRequirement.None(),
                Tls.Offered => new TlsRequirement.Opportunistic(),
                Tls.Required => new TlsRequirement.Encrypted(),
                _ => server is null ? new TlsRequirement.Encrypted() : new TlsRequirement.Verified([server]),
            },
            HasImplicitTls = tls == Tls.Implicit,
            Source = table.Address("source"),
            SendingAddresses = table.Addresses("sends-from"),
            SpfName = table.Domain("spf-include"),
        };
        return host is null ? null : path;
    }

    private static SmtpCredentials? Credentials(ConfigurationTable table, Tls tls, bool isHere)
    {
        var user = table.Text("user");
        var file = table.FilePath("password-file");
        if (user is null && file is null) return null;
        if (user is null && !table.Has("user")) table.FailMissing("user", "\"relay@example.com\"");
        if (file is null && !table.Has("password-file")) table.FailMissing("password-file", "\"/etc/todoku/smarthost.password\"");
        if (tls is Tls.None or Tls.Offered && !isHere) table.Fail("user", table.Texts.PasswordNeedsTls);
        if (user is null || file is null) return null;
        return new SmtpCredentials(user, FileChecks.Secret(table, "password-file", file) ?? "") { AllowInClear = isHere };
    }
}
