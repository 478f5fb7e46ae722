using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Todoku.Knowledge.Images;

/// <summary>
/// Compiled knowledge: one block of memory whose tables are read where they lie. Built by <see cref="Compilation.ImageBuilder"/>.
/// </summary>
/// <remarks>
/// Layout: magic, version, then for each <see cref="ImageSection"/> its offset and length in bytes, then the sections, each
/// aligned to 8. Little-endian, as every machine that Todoku runs on.
/// </remarks>
internal sealed unsafe class KnowledgeImage
{
    /// <summary>"TDKN" in the order of bytes.</summary>
    public const uint Magic = 0x4E4B4454;

    /// <summary>Goes up with every change of the layout.</summary>
    public const uint Version = 7;

    /// <summary>Bytes before the first section.</summary>
    public const int HeaderLength = 8 + ((int)ImageSection.Count * 8);

    private readonly byte* _start;
    private readonly int _length;
    private readonly object? _owner;
    private readonly string?[] _strings;

    private KnowledgeImage(byte* start, int length, object? owner)
    {
        _start = start;
        _length = length;
        _owner = owner;
        var header = new ReadOnlySpan<byte>(start, length);
        if (length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != Version)
            throw new InvalidDataException("The knowledge image is not of this version of Todoku: build the program anew.");
        StringStarts = Table<uint>(ImageSection.StringStarts);
        StringBytes = Table<byte>(ImageSection.StringBytes);
        ByteClasses = Table<byte>(ImageSection.ByteClasses);
        Transitions = Table<Transition>(ImageSection.Transitions);
        TransitionOutputs = Table<uint>(ImageSection.TransitionOutputs);
        PairStates = Table<uint>(ImageSection.PairStates);
        Failures = Table<uint>(ImageSection.Failures);
        Outputs = Table<uint>(ImageSection.Outputs);
        Literals = Table<LiteralRecord>(ImageSection.Literals);
        Triggers = Table<uint>(ImageSection.Triggers);
        Anchors = Table<AnchorRecord>(ImageSection.Anchors);
        AnchorParts = Table<uint>(ImageSection.AnchorParts);
        Rules = Table<RuleRecord>(ImageSection.Rules);
        RuleLists = Table<uint>(ImageSection.RuleLists);
        Words = Table<WordRecord>(ImageSection.Words);
        Providers = Table<ProviderRecord>(ImageSection.Providers);
        RelayHosts = Table<HostSlot>(ImageSection.RelayHosts);
        RecipientDomains = Table<HostSlot>(ImageSection.RecipientDomains);
        AdviceTable = Table<uint>(ImageSection.AdviceTable);
        Articles = Table<ArticleRecord>(ImageSection.Articles);
        ArticleSteps = Table<uint>(ImageSection.ArticleSteps);
        Steps = Table<StepRecord>(ImageSection.Steps);
        PublicSuffixes = Table<byte>(ImageSection.PublicSuffixes);
        Blocklists = Table<BlocklistRecord>(ImageSection.Blocklists);
        BlocklistZones = Table<BlocklistZoneRecord>(ImageSection.BlocklistZones);
        BlocklistCodes = Table<BlocklistCodeRecord>(ImageSection.BlocklistCodes);
        BlocklistSteps = Table<uint>(ImageSection.BlocklistSteps);
        Signers = Table<SignerRecord>(ImageSection.Signers);
        WordLists = Table<WordListRecord>(ImageSection.WordLists);
        TextLists = Table<uint>(ImageSection.TextLists);
        _strings = new string?[StringStarts.Length];
    }

    public ImageTable<uint> StringStarts { get; }

    public ImageTable<byte> StringBytes { get; }

    public ImageTable<byte> ByteClasses { get; }

    public ImageTable<Transition> Transitions { get; }

    public ImageTable<uint> TransitionOutputs { get; }

    public ImageTable<uint> PairStates { get; }

    public ImageTable<uint> Failures { get; }

    public ImageTable<uint> Outputs { get; }

    public ImageTable<LiteralRecord> Literals { get; }

    public ImageTable<uint> Triggers { get; }

    public ImageTable<AnchorRecord> Anchors { get; }

    public ImageTable<uint> AnchorParts { get; }

    public ImageTable<RuleRecord> Rules { get; }

    public ImageTable<uint> RuleLists { get; }

    public ImageTable<WordRecord> Words { get; }

    public ImageTable<ProviderRecord> Providers { get; }

    public ImageTable<HostSlot> RelayHosts { get; }

    public ImageTable<HostSlot> RecipientDomains { get; }

    public ImageTable<uint> AdviceTable { get; }

    public ImageTable<ArticleRecord> Articles { get; }

    public ImageTable<uint> ArticleSteps { get; }

    public ImageTable<StepRecord> Steps { get; }

    public ImageTable<byte> PublicSuffixes { get; }

    public ImageTable<BlocklistRecord> Blocklists { get; }

    public ImageTable<BlocklistZoneRecord> BlocklistZones { get; }

    public ImageTable<BlocklistCodeRecord> BlocklistCodes { get; }

    public ImageTable<uint> BlocklistSteps { get; }

    public ImageTable<SignerRecord> Signers { get; }

    public ImageTable<WordListRecord> WordLists { get; }

    public ImageTable<uint> TextLists { get; }

    /// <summary>Opens an image that lies in memory for as long as the program runs, such as a resource of the program.</summary>
    public static KnowledgeImage Open(UnmanagedMemoryStream resource) => new(resource.PositionPointer, (int)resource.Length, null);

    /// <summary>Opens an image from bytes, which are copied.</summary>
    public static KnowledgeImage Open(ReadOnlySpan<byte> bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        return new KnowledgeImage((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned.Length, pinned);
    }

    /// <summary>The bytes of a string.</summary>
    public ReadOnlySpan<byte> Utf8(uint index)
    {
        var from = StringStarts[index];
        return StringBytes.Span[(int)from..(int)StringStarts[index + 1]];
    }

    /// <summary>A string; made when it is first asked for.</summary>
    public string Text(uint index) => _strings[index] ??= Encoding.UTF8.GetString(Utf8(index));

    /// <summary>The strings of the list at an index of <see cref="TextLists"/>.</summary>
    public string[] TextList(uint index, out uint next)
    {
        var list = TextLists.List(index, out next);
        var texts = new string[list.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text(list[i]);
        return texts;
    }

    private ImageTable<T> Table<T>(ImageSection section)
        where T : unmanaged
    {
        var entry = new ReadOnlySpan<byte>(_start, _length)[(8 + ((int)section * 8))..];
        var offset = BinaryPrimitives.ReadInt32LittleEndian(entry);
        var length = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]);
        if (offset < 0 || length < 0 || offset > _length - length) throw new InvalidDataException("The knowledge image is cut short: build the program anew.");
        GC.KeepAlive(_owner);
        return new ImageTable<T>((T*)(_start + offset), length / sizeof(T));
    }
}
