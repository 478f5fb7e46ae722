using Todoku.Knowledge;
using Todoku.Knowledge.Toml;
using Todoku.Relay.Configuration.Reading;

namespace Todoku.Relay.Configuration.Texts;

/// <summary>What is wrong with a configuration and what to write instead, in one language.</summary>
internal abstract class ConfigurationTexts
{
    /// <summary>The texts of a language.</summary>
    public static ConfigurationTexts Of(Language language) => language == Language.Japanese ? new JapaneseConfigurationTexts() : new EnglishConfigurationTexts();

    /// <summary>The name of the file as a whole, as the place of a key.</summary>
    public abstract string Root { get; }

    /// <summary>There is no configuration file.</summary>
    public abstract string NoConfiguration { get; }

    /// <summary>The file is no configuration.</summary>
    public abstract string ConfigurationTooLarge { get; }

    /// <summary>The file is in another encoding.</summary>
    public abstract string NotUtf8 { get; }

    /// <summary>The system does not give the file.</summary>
    public abstract string UnreadableConfiguration(string reason);

    /// <summary>A syntax error; the detail is English.</summary>
    public abstract string NotToml(string detail);

    /// <summary>A key that must be there.</summary>
    public abstract string Missing(string table, string key, string example);

    /// <summary>An empty value.</summary>
    public abstract string Empty(string key);

    /// <summary>An empty value where one must be.</summary>
    public abstract string EmptyRequired(string key, string example);

    /// <summary>An empty text in a list.</summary>
    public abstract string EmptyItem(string key);

    /// <summary>A number out of bounds.</summary>
    public abstract string OutOfRange(string key, string value, string low, string high);

    /// <summary>No time span.</summary>
    public abstract string BadDuration(string key, string value);

    /// <summary>No size.</summary>
    public abstract string BadSize(string key, string value);

    /// <summary>No rate.</summary>
    public abstract string BadRate(string key, string value);

    /// <summary>No date.</summary>
    public abstract string BadDay(string key, string value);

    /// <summary>No domain name.</summary>
    public abstract string BadDomain(string key, string value);

    /// <summary>No mail address.</summary>
    public abstract string BadMailbox(string key, string value);

    /// <summary>No local part.</summary>
    public abstract string BadLocalPart(string key, string value);

    /// <summary>No selector.</summary>
    public abstract string BadSelector(string key, string value);

    /// <summary>No IP address of the kind that is wanted.</summary>
    public abstract string BadAddress(string key, string value);

    /// <summary>No address with a port.</summary>
    public abstract string BadEndPoint(string key, string value);

    /// <summary>No network.</summary>
    public abstract string BadNetwork(string key, string value);

    /// <summary>The same again.</summary>
    public abstract string Twice(string key, string value, int line);

    /// <summary>No [[listen]].</summary>
    public abstract string NoListener { get; }

    /// <summary>role = trusted without networks.</summary>
    public abstract string TrustedNeedsNetworks { get; }

    /// <summary>The whole internet is trusted.</summary>
    public abstract string OpenRelay(string network);

    /// <summary>A key that has no meaning here.</summary>
    public abstract string OnlyWith(string key, string condition);

    /// <summary>TLS without a certificate.</summary>
    public abstract string TlsNeedsCertificate { get; }

    /// <summary>role = submission without users.</summary>
    public abstract string SubmissionNeedsUsers { get; }

    /// <summary>Passwords without TLS.</summary>
    public abstract string SubmissionNeedsTls { get; }

    /// <summary>API keys without TLS.</summary>
    public abstract string HttpNeedsTls { get; }

    /// <summary>A password for a smart host that might go unencrypted.</summary>
    public abstract string PasswordNeedsTls { get; }

    /// <summary>A certificate of an address can't be checked.</summary>
    public abstract string VerifiedNeedsName(string host);

    /// <summary>Neither IPv4 nor IPv6.</summary>
    public abstract string NoFamily { get; }

    /// <summary>VERP without a domain.</summary>
    public abstract string VerpNeedsBounces { get; }

    /// <summary>host-names without host-derived.</summary>
    public abstract string HostNamesNeedHostDerived { get; }

    /// <summary>An entry of a list of hosts that is no name.</summary>
    public abstract string BadHostName(string key, string value);

    /// <summary>A file that is not there.</summary>
    public abstract string NoFile(string key, string path);

    /// <summary>A file that a command makes.</summary>
    public abstract string NoFileYet(string key, string path, string command);

    /// <summary>A file that the system does not give.</summary>
    public abstract string UnreadableFile(string key, string path, string reason);

    /// <summary>A secret that others can read.</summary>
    public abstract string FileTooOpen(string key, string path);

    /// <summary>A file that is something else.</summary>
    public abstract string FileTooLarge(string key, string path);

    /// <summary>A secret that is empty.</summary>
    public abstract string EmptyFile(string key, string path);

    /// <summary>Not a certificate.</summary>
    public abstract string BadCertificate(string key, string path);

    /// <summary>Not a private key.</summary>
    public abstract string BadKey(string key, string path);

    /// <summary>Key and certificate of two pairs.</summary>
    public abstract string KeyMismatch(string key, string certificate);

    /// <summary>A value of the wrong kind.</summary>
    public abstract string WrongKind(string key, ValueKind wanted, SourceNode found);

    /// <summary>A key that the table does not take.</summary>
    public abstract string UnknownKey(string table, string key, string? nearest, IReadOnlyList<string> known);

    /// <summary>A word that is none of the choices.</summary>
    public abstract string NotOneOf(string key, string value, string? nearest, IReadOnlyList<string> choices);

    /// <summary>A path that there is not.</summary>
    public abstract string NoSuchPath(string key, string value, string? nearest, IReadOnlyList<string> paths);
}
