namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>What a rule makes of an envelope sender.</summary>
public enum ReturnPathAction : byte
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>An address of the From field's domain takes its place.</summary>
    AuthorDomain,

    /// <summary>Each recipient gets an address of its own under the domain for bounces (VERP).</summary>
    Verp,
}
