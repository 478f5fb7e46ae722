using System.Globalization;
using System.Net;
using System.Text;
using Todoku.Knowledge;
using Todoku.Relay.Configuration.Texts;

namespace Todoku.Relay.Configuration.Writing;

/// <summary>Writes a first configuration: what was found is filled in, what is not needed stands as a comment, so that the file explains itself.</summary>
public sealed class ConfigurationTemplate
{
    private readonly TemplateFacts _facts;
    private readonly TemplateTexts _texts;
    private readonly StringBuilder _out = new();

    private ConfigurationTemplate(TemplateFacts facts) => (_facts, _texts) = (facts, TemplateTexts.Of(facts.Language));

    /// <summary>Writes it.</summary>
    public static string Write(TemplateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new ConfigurationTemplate(facts).WriteAll();
    }

    private string WriteAll()
    {
        Say(_texts.Head);
        WriteRelay();
        WriteDoors();
        WritePaths();
        WriteSigning();
        WritePolicy();
        Gap(_texts.Limits);
        Option("[limits]", "message-size = \"50M\"", "recipients = 1000");
        Gap(_texts.Metrics);
        Option("[metrics]", "address = \"127.0.0.1:9125\"");
        return _out.ToString();
    }

    private void WriteRelay()
    {
        _out.Append('\n');
        Line("[relay]");
        Say(_facts.HostName is null ? _texts.NoHostName : _texts.HostName);
        Line($"host-name = {Quoted(_facts.HostName?.ToString() ?? "")}");
        Say(_texts.Postmaster);
        if (_facts.Postmaster is null) Option("postmaster = \"postmaster@example.com\"");
        else Line($"postmaster = {Quoted(_facts.Postmaster)}");
        Line("data = \"/var/lib/todoku\"");
        Say(_texts.User);
        Line("user = \"todoku\"");
        Say(_texts.NoticeLanguage);
        Line($"language = {Quoted(_facts.Language == Language.Japanese ? "ja" : "en")}");
        Say(_texts.Resolvers);
        Option("resolvers = [\"127.0.0.1\"]");
        Option("users = \"/etc/todoku/users\"");
    }

    private void WriteDoors()
    {
        Gap(_texts.Tls);
        if (_facts.Certificate is { } files)
        {
            Line("[tls]");
            Line($"certificate = {Quoted(files.Certificate)}");
            Line($"key = {Quoted(files.Key)}");
        }
        else
        {
            Option("[tls]", "certificate = \"/etc/todoku/fullchain.pem\"", "key = \"/etc/todoku/privkey.pem\"");
        }
        Gap(_texts.Local);
        if (_facts.Port != 25) Say(_texts.OtherPort.Replace("2525", _facts.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Listener(new IPEndPoint(IPAddress.Loopback, _facts.Port));
        if (_facts.HasIPv6)
        {
            _out.Append('\n');
            Listener(new IPEndPoint(IPAddress.IPv6Loopback, _facts.Port));
        }
        Gap(_texts.Submission);
        Option("[[listen]]", "address = \"0.0.0.0:587\"", "role = \"submission\"", "tls = \"required\"");
        Gap(_texts.Sendmail);
        Line("[sendmail]");
        Line("socket = \"/run/todoku/sendmail.sock\"");
        Line("spool = \"/var/spool/todoku\"");
        Gap(_texts.Http);
        Option("[http]", "address = \"127.0.0.1:8025\"", "keys = \"/etc/todoku/api-keys\"");
    }

    private void Listener(IPEndPoint place)
    {
        Line("[[listen]]");
        Line($"address = {Quoted(place.ToString())}");
        Line("role = \"trusted\"");
        string[] own = ["127.0.0.0/8", "::1"];
        Line($"trusted = [{string.Join(", ", own.Concat(_facts.TrustedNetworks.Select(network => network.ToString())).Select(Quoted))}]");
    }

    private void WritePaths()
    {
        Gap(_texts.Paths);
        if (_facts.SmartHost is { } host)
        {
            Say(_texts.SmartHost);
            SmartHost(Line, "smart-host", host, _facts.SmartHostPort, isLogin: false);
            Option("user = \"relay@example.com\"", "password-file = \"/etc/todoku/smart-host.password\"");
            _out.Append('\n');
        }
        else
        {
            Say(_texts.Direct);
            Line("[[path]]");
            Line("name = \"direct\"");
            Line("kind = \"direct\"");
            if (_facts.SourceIPv4 is { } source) Line($"ipv4 = {Quoted(source.ToString())}");
            if (!_facts.UsesIPv6)
            {
                Say(_texts.NoIPv6);
                Line("ipv6 = \"none\"");
            }
            else if (_facts.SourceIPv6 is { } source6)
            {
                Line($"ipv6 = {Quoted(source6.ToString())}");
            }
            Gap(_texts.SmartHostExample);
            SmartHost(line => Option(line), "smart-host", "smtp.example.net", 587, isLogin: true);
        }
        Gap(_texts.Ladder);
        Option("[[ladder]]", "sender-domains = [\"example.com\"]", "paths = [\"direct\", \"smart-host\"]");
    }

    private static void SmartHost(Action<string> line, string name, string host, int port, bool isLogin)
    {
        line("[[path]]");
        line($"name = {Quoted(name)}");
        line("kind = \"smart-host\"");
        line($"host = {Quoted(host)}");
        line($"port = {port}");
        if (port == 25) line("tls = \"offered\"");
        if (!isLogin) return;
        line("user = \"relay@example.com\"");
        line("password-file = \"/etc/todoku/smart-host.password\"");
    }

    private void WriteSigning()
    {
        Gap(_facts.Signing.Count > 0 ? _texts.Keys : _texts.NoKeys);
        if (_facts.Signing.Count == 0) Option("[[sign]]", "domains = [\"example.com\"]", "selector = \"s1\"", "key = \"/etc/todoku/keys/s1.pem\"");
        foreach (var (index, key) in _facts.Signing.Index())
        {
            if (index > 0) _out.Append('\n');
            Line("[[sign]]");
            Line($"domains = [{string.Join(", ", key.AuthorDomains.Select(domain => Quoted(domain.ToString())))}]");
            Line($"selector = {Quoted(key.Selector)}");
            Line($"key = {Quoted(key.KeyFile)}");
        }
    }

    private void WritePolicy()
    {
        Gap(_texts.ReturnPath);
        Line("[[return-path]]");
        Line("host-derived = true");
        Line("action = \"author-domain\"");
        Line("local-part = \"bounces\"");
        Gap(_texts.Bounces);
        Option("[bounces]", "domain = \"bounces.example.com\"");
    }

    private void Line(string text) => _out.Append(text).Append('\n');

    private void Option(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines) _out.Append('#').Append(line).Append('\n');
    }

    private void Say(string text)
    {
        foreach (var line in text.Split('\n')) _out.Append("# ").Append(line).Append('\n');
    }

    private void Gap(string text)
    {
        _out.Append('\n');
        Say(text);
    }

    // A basic string of TOML.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
