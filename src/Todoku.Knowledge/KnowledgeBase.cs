using System.Collections.Frozen;
using Todoku.Knowledge.Blocklists;
using Todoku.Knowledge.Compilation;
using Todoku.Knowledge.Identification;
using Todoku.Knowledge.Images;
using Todoku.Knowledge.Matching;
using Todoku.Knowledge.Signers;
using Todoku.Knowledge.Sources;
using Todoku.Knowledge.Values;
using Todoku.Knowledge.Words;
using Todoku.Mail;

namespace Todoku.Knowledge;

/// <summary>
/// What Todoku knows of the world: providers, what their replies mean, and what to tell a person. Answers two questions:
/// whose server is it (<see cref="Identify"/>), and what does its reply mean (<see cref="Read"/>). Safe for use by several threads.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly PublicSuffixList _suffixes;
    private readonly ProviderFinder _providers;
    private readonly ReplyReader _reader;
    private readonly AdviceBook _advice;
    private readonly ValueReader _values;

    private readonly Func<IReadOnlyList<SourceFile>> _files;
    private readonly Lazy<IReadOnlyList<Blocklist>> _blocklists;
    private readonly Lazy<IReadOnlyList<Signer>> _signers;
    private readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> _words;

    private KnowledgeBase(KnowledgeImage image, Func<IReadOnlyList<SourceFile>> files)
    {
        _files = files;
        Samples = new ReplySampleBook(files);
        _values = new ValueReader(image);
        _suffixes = new PublicSuffixList(new ImageMemory(image.PublicSuffixes).Memory);
        _providers = new ProviderFinder(image, _suffixes);
        _reader = new ReplyReader(image, _providers);
        _advice = new AdviceBook(image);
        _blocklists = new Lazy<IReadOnlyList<Blocklist>>(() => BlocklistBook.Read(image));
        _signers = new Lazy<IReadOnlyList<Signer>>(() => SignerBook.Read(image));
        _words = new Lazy<FrozenDictionary<string, FrozenSet<string>>>(() => WordBook.Read(image));
    }

    /// <summary>The knowledge built into the program.</summary>
    public static KnowledgeBase LoadEmbedded() => new(EmbeddedKnowledge.Image(), EmbeddedKnowledge.Sources);

    /// <summary>The knowledge in a folder alone, without ours.</summary>
    internal static KnowledgeBase LoadFolder(string folder) => From(KnowledgeFolder.Read(folder));

    /// <summary>This knowledge with a folder of the user's own laid over it: its files replace those of the same name, its rules go first.</summary>
    /// <exception cref="KnowledgeException">A file has an error; the message names file and line and says what to write.</exception>
    public KnowledgeBase WithOverlay(string folder) => From(SourceOverlay.Lay(KnowledgeFolder.Read(folder, isOverlay: true), _files()));

    /// <summary>Under which names anybody may register a domain.</summary>
    public PublicSuffixList PublicSuffixes => _suffixes;

    /// <summary>All providers with a file.</summary>
    public IReadOnlyList<Provider> Providers => _providers.Known;

    /// <summary>All blocklists, in the order of their file; read when they are first asked for.</summary>
    public IReadOnlyList<Blocklist> Blocklists => _blocklists.Value;

    /// <summary>The real replies that stand under the rules.</summary>
    public ReplySampleBook Samples { get; }

    /// <summary>Who signs with which selectors, in the order of their file.</summary>
    public IReadOnlyList<Signer> Signers => _signers.Value;

    /// <summary>A list of words in lower case (<see cref="WordListNames"/>); empty when no file has it.</summary>
    public FrozenSet<string> WordList(string name) => _words.Value.GetValueOrDefault(name, []);

    /// <summary>
    /// Whose server it is: by relay host, then by the reply's own words, then by recipient domain. An unknown one is named by the
    /// organisational domain of its relay host, else of the recipient domain.
    /// </summary>
    public Provider Identify(ReadOnlySpan<byte> relayHost, ReadOnlySpan<byte> reply, ReadOnlySpan<byte> recipientDomain) =>
        _reader.Identify(relayHost, reply, recipientDomain);

    /// <summary>What a reply means. Never fails; the answer may be <see cref="Cause.Unknown"/>.</summary>
    public Reading Read(ReadOnlySpan<byte> reply, in ReadingContext context) => _reader.Read(reply, context);

    /// <summary>The values that a reply prints, in no order; costs more than <see cref="Read"/>, so ask only for replies that are shown.</summary>
    public IReadOnlyList<ReplyValue> ExtractValues(ReadOnlySpan<byte> reply, in Reading reading) =>
        _values.Read(reply, reading.RuleId ?? "", _reader.FindBlocklist(reply));

    /// <summary>The ids of all articles.</summary>
    public IEnumerable<string> ArticleIds => _advice.ArticleIds;

    /// <summary>Finds an article; null when there is none of that id.</summary>
    public Article? FindArticle(string id, Language language) => _advice.FindArticle(id, language);

    /// <summary>Finds a step; null when there is none of that id.</summary>
    public Step? FindStep(string id, Language language) => _advice.FindStep(id, language);

    /// <summary>The organisational domain of a host or domain by the public suffix list, lower case; the name itself when it has none.</summary>
    public string OrganizationalDomain(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(_suffixes.OrganizationalDomain(name)).ToLowerInvariant();

    /// <summary>The knowledge that files hold.</summary>
    /// <exception cref="KnowledgeException">A file has an error.</exception>
    internal static KnowledgeBase From(IReadOnlyList<SourceFile> files)
    {
        var source = KnowledgeReader.Read(files);
        if (source.Problems.Count > 0) throw new KnowledgeException(source.Problems);
        return new KnowledgeBase(KnowledgeImage.Open(KnowledgeCompiler.Compile(source)), () => files);
    }
}
