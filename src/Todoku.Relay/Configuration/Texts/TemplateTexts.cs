using Todoku.Knowledge;

namespace Todoku.Relay.Configuration.Texts;

/// <summary>The comments of a first configuration, in one language. Several lines are parted by line breaks.</summary>
internal abstract class TemplateTexts
{
    /// <summary>The texts of a language.</summary>
    public static TemplateTexts Of(Language language) => language == Language.Japanese ? new JapaneseTemplateTexts() : new EnglishTemplateTexts();

    /// <summary>The head of the file.</summary>
    public abstract string Head { get; }

    /// <summary>The host name.</summary>
    public abstract string HostName { get; }

    /// <summary>No host name was found.</summary>
    public abstract string NoHostName { get; }

    /// <summary>The postmaster.</summary>
    public abstract string Postmaster { get; }

    /// <summary>The user.</summary>
    public abstract string User { get; }

    /// <summary>The language of notices.</summary>
    public abstract string NoticeLanguage { get; }

    /// <summary>The resolver.</summary>
    public abstract string Resolvers { get; }

    /// <summary>[tls].</summary>
    public abstract string Tls { get; }

    /// <summary>The local listener.</summary>
    public abstract string Local { get; }

    /// <summary>Why it is not at port 25.</summary>
    public abstract string OtherPort { get; }

    /// <summary>Submission with passwords.</summary>
    public abstract string Submission { get; }

    /// <summary>[sendmail].</summary>
    public abstract string Sendmail { get; }

    /// <summary>[[path]].</summary>
    public abstract string Paths { get; }

    /// <summary>A direct path with addresses of this machine.</summary>
    public abstract string Direct { get; }

    /// <summary>IPv6 is off, and why.</summary>
    public abstract string NoIPv6 { get; }

    /// <summary>The smart host of now.</summary>
    public abstract string SmartHost { get; }

    /// <summary>An example of one.</summary>
    public abstract string SmartHostExample { get; }

    /// <summary>[[ladder]].</summary>
    public abstract string Ladder { get; }

    /// <summary>[[sign]] without keys.</summary>
    public abstract string NoKeys { get; }

    /// <summary>[[sign]] with keys of another program.</summary>
    public abstract string Keys { get; }

    /// <summary>[[return-path]].</summary>
    public abstract string ReturnPath { get; }

    /// <summary>[bounces].</summary>
    public abstract string Bounces { get; }

    /// <summary>[http].</summary>
    public abstract string Http { get; }

    /// <summary>[limits].</summary>
    public abstract string Limits { get; }

    /// <summary>[metrics].</summary>
    public abstract string Metrics { get; }
}
