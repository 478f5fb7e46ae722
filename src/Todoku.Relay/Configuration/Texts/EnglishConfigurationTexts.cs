using Todoku.Knowledge.Toml;
using Todoku.Relay.Configuration.Reading;

namespace Todoku.Relay.Configuration.Texts;

internal sealed class EnglishConfigurationTexts : ConfigurationTexts
{
    public override string Root => "the file";

    public override string NoConfiguration => "there is no such file: write one with todoku relay init, or name another with --config";

    public override string ConfigurationTooLarge => "the file is larger than 4 MB: name the right one with --config";

    public override string NotUtf8 => "the file is not UTF-8: save it as UTF-8";

    public override string UnreadableConfiguration(string reason) => $"the file can't be read: {reason}";

    public override string NotToml(string detail) => $"this is not TOML: {detail}";

    public override string Missing(string table, string key, string example) => $"{table} has no '{key}': write {key} = {example}";

    public override string Empty(string key) => $"'{key}' is empty: write a value, or take the line out";

    public override string EmptyRequired(string key, string example) => $"'{key}' is empty: write {key} = {example}";

    public override string EmptyItem(string key) => $"'{key}' holds an empty text: take it out";

    public override string OutOfRange(string key, string value, string low, string high) => $"'{key}' is {value}: write {low} to {high}";

    public override string BadDuration(string key, string value) => $"'{key}' is \"{value}\": write a number and s, m, h or d, such as \"30s\", \"5m\", \"2h\", \"4d\"";

    public override string BadSize(string key, string value) => $"'{key}' is \"{value}\": write bytes, or a number and K, M or G, such as \"50M\"";

    public override string BadRate(string key, string value) => $"'{key}' is \"{value}\": write messages and s, m, h or d, such as \"100/h\"";

    public override string BadDay(string key, string value) => $"'{key}' is \"{value}\": write a day such as \"2026-11-30\"";

    public override string BadDomain(string key, string value) => $"'{key}' is \"{value}\", which is no domain name: write one such as \"mail.example.com\"";

    public override string BadMailbox(string key, string value) => $"'{key}' is \"{value}\", which is no mail address: write one such as \"postmaster@example.com\"";

    public override string BadLocalPart(string key, string value) => $"'{key}' is \"{value}\": write what stands before the @, in letters, digits and - _ + ., such as \"bounces\"";

    public override string BadSelector(string key, string value) => $"'{key}' is \"{value}\", which can't be a part of a DNS name: write one such as \"s1\"";

    public override string BadAddress(string key, string value) => $"'{key}' is \"{value}\": write an IP address such as \"192.0.2.1\" or \"2001:db8::1\", of the family that the key is for";

    public override string BadEndPoint(string key, string value) => $"'{key}' is \"{value}\": write an IP address and a port, such as \"127.0.0.1:25\" or \"[::1]:25\"";

    public override string BadNetwork(string key, string value) =>
        $"'{key}' holds \"{value}\", which is no network: write one such as \"192.0.2.0/24\" or an address";

    public override string Twice(string key, string value, int line) => $"'{key}': {value} stands already at line {line}: take one out";

    public override string NoListener => "there is no [[listen]]: write one with address = \"127.0.0.1:25\", role = \"trusted\" and trusted = [\"127.0.0.0/8\"]";

    public override string TrustedNeedsNetworks => "role = \"trusted\" lets networks relay without a password, and none is named: write trusted = [\"127.0.0.0/8\", \"::1\"]";

    public override string OpenRelay(string network) => $"{network} is wide enough to hold strangers, which makes this an open relay that they send spam through: name your own networks";

    public override string OnlyWith(string key, string condition) => $"'{key}' has a meaning only with {condition}: take it out, or change the other";

    public override string TlsNeedsCertificate => "TLS needs a certificate: write certificate and key here, or in [tls] for all listeners";

    public override string SubmissionNeedsUsers => "role = \"submission\" asks for passwords, and there are none: write users = \"/etc/todoku/users\" in [relay], then todoku relay passwd USER";

    public override string SubmissionNeedsTls => "nobody can log in here: passwords are taken only over TLS, except on this machine. Write certificate and key, or a loopback address";

    public override string HttpNeedsTls => "API keys would go over the network unencrypted: write certificate and key here, or a loopback address with a web server before it";

    public override string PasswordNeedsTls => "the password could go over the network unencrypted: write tls = \"verified\" (or \"implicit\" for port 465)";

    public override string VerifiedNeedsName(string host) => $"the certificate of {host} can't be checked, since certificates are for names: write the host name, or tls = \"required\"";

    public override string NoFamily => "the path has neither IPv4 nor IPv6, so that nothing can leave by it: take one \"none\" out";

    public override string HostNamesNeedHostDerived => "host-names says which senders a host made up, which only host-derived = true asks: add it, or take host-names out";

    public override string BadHostName(string key, string value) =>
        $"{key} takes host names such as \"web1.example.net\", or with a dot before it all below (\".example.net\"), not '{value}'";

    public override string VerpNeedsBounces => "action = \"verp\" needs a domain that bounces come back to: write [bounces] with domain = \"bounces.example.com\"";

    public override string NoFile(string key, string path) => $"'{key}': there is no file {path}: check the path";

    public override string NoFileYet(string key, string path, string command) => $"'{key}': there is no file {path} yet: make it with {command}";

    public override string UnreadableFile(string key, string path, string reason) => $"'{key}': {path} can't be read: {reason}";

    public override string FileTooOpen(string key, string path) => $"'{key}': others can read or write {path}, which is secret: chmod 600 {path} (640 when a group of its own reads it)";

    public override string FileTooLarge(string key, string path) => $"'{key}': {path} is larger than 1 MB, so it is something else: check the path";

    public override string EmptyFile(string key, string path) => $"'{key}': {path} is empty: write the secret into it";

    public override string BadCertificate(string key, string path) => $"'{key}': {path} holds no certificate that can be read: it must be PEM, beginning with -----BEGIN CERTIFICATE-----";

    public override string BadKey(string key, string path) =>
        $"'{key}': {path} holds no private key that can be used: it must be PEM without a passphrase (RSA of 1024 bits or more, Ed25519; for TLS also EC)";

    public override string KeyMismatch(string key, string certificate) => $"the key {key} does not belong to the certificate {certificate}: name the two files of one certificate";

    public override string WrongKind(string key, ValueKind wanted, SourceNode found)
    {
        var must = wanted switch
        {
            ValueKind.Text => "a text in quotes",
            ValueKind.Number => "a whole number without quotes",
            ValueKind.Switch => "true or false, without quotes",
            ValueKind.Texts => $"texts in quotes: {key} = [\"...\", \"...\"]",
            ValueKind.Numbers => $"a list of whole numbers: {key} = [1, 2, 3]",
            ValueKind.Table => $"a table of its own, written as [{key}]",
            ValueKind.Tables => $"tables, each written as [[{key}]]",
            _ => "",
        };
        return $"'{key}' must be {must}; here is {found.Kind}";
    }

    public override string UnknownKey(string table, string key, string? nearest, IReadOnlyList<string> known) =>
        $"{table} takes no '{key}': " + (nearest is null ? $"it takes {string.Join(", ", known)}" : $"did you mean '{nearest}'?");

    public override string NotOneOf(string key, string value, string? nearest, IReadOnlyList<string> choices) =>
        $"'{key}' is \"{value}\": " + (nearest is null ? $"write one of \"{string.Join("\", \"", choices)}\"" : $"did you mean \"{nearest}\"?");

    public override string NoSuchPath(string key, string value, string? nearest, IReadOnlyList<string> paths) =>
        $"'{key}' names the path \"{value}\", and there is no [[path]] of that name: "
        + (nearest is null ? $"there are \"{string.Join("\", \"", paths)}\"" : $"did you mean \"{nearest}\"?");
}
