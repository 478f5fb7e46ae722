namespace Todoku.Knowledge.Images;

/// <summary>The sections of a compiled knowledge image, in the order of its directory. Changing them means changing <see cref="KnowledgeImage.Version"/>.</summary>
internal enum ImageSection
{
    /// <summary><c>uint</c>: where each string of <see cref="StringBytes"/> starts, and one more.</summary>
    StringStarts,

    /// <summary>UTF-8 of all strings, one after the other.</summary>
    StringBytes,

    /// <summary>256 <c>byte</c>: the automaton's class of each folded byte.</summary>
    ByteClasses,

    /// <summary><see cref="Transition"/> slots of the automaton.</summary>
    Transitions,

    /// <summary><c>uint</c> beside each transition: which list of <see cref="Outputs"/> its target reports.</summary>
    TransitionOutputs,

    /// <summary><c>uint</c> by previous and current class: the state after two bytes when no longer prefix goes on.</summary>
    PairStates,

    /// <summary>For each state, by number: the state of its longest suffix that is a prefix too; 0 where the last two bytes decide.</summary>
    Failures,

    /// <summary><c>uint</c> lists: a count, then literals that end here.</summary>
    Outputs,

    /// <summary><see cref="LiteralRecord"/> of each literal.</summary>
    Literals,

    /// <summary><c>uint</c> lists: what a literal makes a candidate.</summary>
    Triggers,

    /// <summary><see cref="AnchorRecord"/> of each anchor.</summary>
    Anchors,

    /// <summary><c>uint</c>: the literals of each anchor.</summary>
    AnchorParts,

    /// <summary><see cref="RuleRecord"/> of each rule, in the order in which they are tried.</summary>
    Rules,

    /// <summary><c>uint</c> lists that rules point into.</summary>
    RuleLists,

    /// <summary><see cref="WordRecord"/>: reply words that name a provider.</summary>
    Words,

    /// <summary><see cref="ProviderRecord"/> of each provider.</summary>
    Providers,

    /// <summary><see cref="HostSlot"/> hash table of relay hosts.</summary>
    RelayHosts,

    /// <summary><see cref="HostSlot"/> hash table of recipient domains.</summary>
    RecipientDomains,

    /// <summary><c>uint</c> by provider and cause: the article's id.</summary>
    AdviceTable,

    /// <summary><see cref="ArticleRecord"/>, sorted by id.</summary>
    Articles,

    /// <summary><c>uint</c>: the step ids of each article.</summary>
    ArticleSteps,

    /// <summary><see cref="StepRecord"/>, sorted by id.</summary>
    Steps,

    /// <summary>The compiled public suffix list.</summary>
    PublicSuffixes,

    /// <summary><see cref="BlocklistRecord"/> of each blocklist.</summary>
    Blocklists,

    /// <summary><see cref="BlocklistZoneRecord"/> of each zone of a blocklist, in the order of the blocklists.</summary>
    BlocklistZones,

    /// <summary><see cref="BlocklistCodeRecord"/> of each return code.</summary>
    BlocklistCodes,

    /// <summary><c>uint</c>: the step ids of each return code.</summary>
    BlocklistSteps,

    /// <summary><see cref="SignerRecord"/> of each signer.</summary>
    Signers,

    /// <summary><see cref="WordListRecord"/> of each list of words.</summary>
    WordLists,

    /// <summary><c>uint</c> lists: a count, then strings.</summary>
    TextLists,

    /// <summary>How many sections there are.</summary>
    Count,
}
