namespace Todoku.Relay.Configuration;

/// <summary>What a rule makes of an envelope sender.</summary>
public enum ReturnPathAction : byte
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>An address in the domain of the From field.</summary>
    AuthorDomain,

    /// <summary>One for each recipient under the domain of <see cref="BouncesConfiguration"/>.</summary>
    Verp,
}
