namespace Todoku.Knowledge.Images;

/// <summary>What a rule says of words without any code: its <c>temporary</c>.</summary>
internal enum Persistence : byte
{
    /// <summary>Nothing: they are taken as the cause mostly is.</summary>
    ByCause,

    /// <summary>The sender tries again.</summary>
    Temporary,

    /// <summary>The sender gives up.</summary>
    Permanent,
}
