namespace Todoku.Knowledge.Blocklists;

/// <summary>What the operator of a zone asks of those who use it or want off it.</summary>
[Flags]
public enum BlocklistPolicy : byte
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>Free for few questions; more are refused.</summary>
    QueryLimit = 1,

    /// <summary>Questions through public resolvers are refused.</summary>
    NoPublicResolver = 2,

    /// <summary>The asking address must be registered.</summary>
    Registration = 4,

    /// <summary>Faster removal is sold; waiting costs nothing.</summary>
    PaidRemoval = 8,

    /// <summary>Nobody is taken off by request; listings end by themselves.</summary>
    NoRequests = 16,
}
