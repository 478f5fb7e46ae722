namespace Todoku.Knowledge;

/// <summary>The languages in which everything that a person reads exists.</summary>
public enum Language : byte
{
    /// <summary>English.</summary>
    English,

    /// <summary>Japanese.</summary>
    Japanese,
}
