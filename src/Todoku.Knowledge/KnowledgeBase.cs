namespace Todoku.Knowledge;

/// <summary>
/// What Todoku knows of the world: providers, what their replies mean, and what to tell a person. Answers two questions:
/// whose server is it (<see cref="Identify"/>), and what does its reply mean (<see cref="Read"/>). Safe for use by several threads.
/// </summary>
public sealed class KnowledgeBase
{
    /// <summary>The knowledge built into the program.</summary>
    public static KnowledgeBase LoadEmbedded() => throw new NotImplementedException();

    /// <summary>This knowledge with a folder of the user's own laid over it: its files replace those of the same name, its rules go first.</summary>
    /// <exception cref="KnowledgeException">A file has an error; the message names file and line and says what to write.</exception>
    public KnowledgeBase WithOverlay(string folder) => throw new NotImplementedException();

    /// <summary>All providers with a file.</summary>
    public IReadOnlyList<Provider> Providers => throw new NotImplementedException();

    /// <summary>
    /// Whose server it is: by relay host, then by the reply's own words, then by recipient domain. An unknown one is named by the
    /// organisational domain of its relay host, else of the recipient domain.
    /// </summary>
    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> reply, ReadOnlySpan<byte> recipientDomain) => throw new NotImplementedException();

    /// <summary>What a reply means. Never fails; the answer may be <see cref="Cause.Unknown"/>.</summary>
    public Reading Read(ReadOnlySpan<byte> reply, in ReadingContext context) => throw new NotImplementedException();

    /// <summary>The values that a reply prints, in no order; costs more than <see cref="Read"/>, so ask only for replies that are shown.</summary>
    public IReadOnlyList<ReplyValue> ExtractValues(ReadOnlySpan<byte> reply, in Reading reading) => throw new NotImplementedException();

    /// <summary>Finds an article; null when there is none of that id.</summary>
    public Article? FindArticle(string id, Language language) => throw new NotImplementedException();

    /// <summary>Finds a step; null when there is none of that id.</summary>
    public Step? FindStep(string id, Language language) => throw new NotImplementedException();

    /// <summary>The organisational domain of a host or domain by the public suffix list, lower case; the name itself when it has none.</summary>
    public string OrganizationalDomain(ReadOnlySpan<byte> name) => throw new NotImplementedException();
}
