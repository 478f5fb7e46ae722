using System.Net;
using System.Net.Sockets;
using Todoku.Smtp.Server;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads <c>[[listen]]</c> and <c>[tls]</c>.</summary>
internal static class ListenReader
{
    private static readonly (string Word, SmtpListenerRole Value)[] Roles =
        [("trusted", SmtpListenerRole.TrustedNetworks), ("submission", SmtpListenerRole.Submission), ("reception", SmtpListenerRole.Reception)];

    private static readonly (string Word, ListenerTls Value)[] TlsWords =
        [("none", ListenerTls.None), ("offered", ListenerTls.Offered), ("required", ListenerTls.Required), ("implicit", ListenerTls.Implicit)];

    /// <summary>The certificate that a table names; null when it names none.</summary>
    public static CertificateFiles? Certificate(ConfigurationTable table)
    {
        var (certificate, key) = (table.FilePath("certificate"), table.FilePath("key"));
        if (certificate is null && key is null) return null;
        if (certificate is null && !table.Has("certificate")) table.FailMissing("certificate", "\"/etc/todoku/fullchain.pem\"");
        if (key is null && !table.Has("key")) table.FailMissing("key", "\"/etc/todoku/privkey.pem\"");
        if (certificate is null || key is null) return null;
        var files = new CertificateFiles(certificate, key);
        FileChecks.Certificate(table, files);
        return files;
    }

    /// <summary>The certificate of <c>[tls]</c>, which holds for every listener that names none of its own.</summary>
    public static CertificateFiles? ReadCommon(ConfigurationTable table)
    {
        var files = Certificate(table);
        table.Finish();
        return files;
    }

    /// <summary>All listeners.</summary>
    public static IReadOnlyList<ListenerConfiguration> Read(ConfigurationTable root, CertificateFiles? certificate, string? users)
    {
        var listeners = new List<ListenerConfiguration>();
        var lines = new Dictionary<IPEndPoint, int>();
        foreach (var table in root.Children("listen"))
        {
            if (ReadOne(table, certificate, users) is not { } listener) continue;
            if (!lines.TryAdd(listener.EndPoint, table.Line)) table.Fail("address", table.Texts.Twice("address", $"{listener.EndPoint}", lines[listener.EndPoint]));
            listeners.Add(listener);
        }
        if (!root.Has("listen")) root.Context.Fail(0, root.Texts.NoListener);
        return listeners;
    }

    private static ListenerConfiguration? ReadOne(ConfigurationTable table, CertificateFiles? common, string? users)
    {
        var place = table.EndPoint("address");
        if (!table.Has("address")) table.FailMissing("address", "\"127.0.0.1:25\"");
        if (!table.Has("role")) table.FailMissing("role", "\"trusted\"");
        var role = table.Word("role", SmtpListenerRole.Reception, Roles);
        var trusted = table.Networks("trusted");
        var own = Certificate(table);
        var certificate = own ?? common;
        var tls = table.Word("tls", certificate is null ? ListenerTls.None : ListenerTls.Offered, TlsWords);
        var listener = new ListenerConfiguration
        {
            EndPoint = place ?? new IPEndPoint(IPAddress.Loopback, 0),
            Role = role,
            TrustedNetworks = trusted,
            XclientNetworks = table.Networks("xclient"),
            Tls = tls,
            Certificate = tls == ListenerTls.None ? null : certificate,
        };
        foreach (var network in trusted.Where(IsOfStrangers)) table.Fail("trusted", table.Texts.OpenRelay($"{network}"));
        // What follows from a role that is misspelt is not known.
        if (Roles.Any(one => one.Word == table.Text("role"))) CheckTogether(table, listener, certificate, users);
        table.Finish();
        return place is null ? null : listener;
    }

    // Nobody's own network is wider than 10.0.0.0/8 or an allocation of a registry.
    private static bool IsOfStrangers(IPNetwork network) => network.PrefixLength < (network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 ? 16 : 8);

    private static void CheckTogether(ConfigurationTable table, ListenerConfiguration listener, CertificateFiles? certificate, string? users)
    {
        var texts = table.Texts;
        var isTrusted = listener.Role == SmtpListenerRole.TrustedNetworks;
        if (isTrusted && !table.Has("trusted")) table.Fail("role", texts.TrustedNeedsNetworks);
        if (!isTrusted && table.Has("trusted")) table.Fail("trusted", texts.OnlyWith("trusted", "role = \"trusted\""));
        if (listener.Tls != ListenerTls.None && certificate is null && !table.Has("certificate") && !table.Has("key")) table.Fail("tls", texts.TlsNeedsCertificate);
        if (listener.Role != SmtpListenerRole.Submission) return;
        if (users is null) table.Fail("role", texts.SubmissionNeedsUsers);
        if (listener.Tls == ListenerTls.None && !IPAddress.IsLoopback(listener.EndPoint.Address)) table.Fail("role", texts.SubmissionNeedsTls);
    }
}
