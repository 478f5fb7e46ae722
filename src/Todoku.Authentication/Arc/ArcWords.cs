namespace Todoku.Authentication.Arc;

/// <summary>How statuses are written.</summary>
public static class ArcWords
{
    /// <summary>The word of RFC 8617.</summary>
    public static string Of(ArcResult result) => result switch
    {
        ArcResult.None => "none",
        ArcResult.Pass => "pass",
        ArcResult.Fail => "fail",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>The name of a field.</summary>
    public static string NameOf(ArcFieldKind kind) => kind switch
    {
        ArcFieldKind.AuthenticationResults => "ARC-Authentication-Results",
        ArcFieldKind.MessageSignature => "ARC-Message-Signature",
        ArcFieldKind.Seal => "ARC-Seal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
