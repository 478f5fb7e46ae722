namespace Todoku.Relay.Bounces.Suppression;

/// <summary>Which mail to a recipient is held back.</summary>
public enum SuppressionScope : byte
{
    /// <summary>All.</summary>
    All,

    /// <summary>What comes from one author domain.</summary>
    AuthorDomain,

    /// <summary>What comes from one author domain and is bulk by its header.</summary>
    AuthorDomainBulk,
}
