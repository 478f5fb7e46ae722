namespace Todoku.Web.Control.Contract;

/// <summary>The entries of one lane by age.</summary>
/// <param name="Lane">The lane; null for all others together.</param>
/// <param name="Total">All its entries.</param>
/// <param name="Held">How many of them are held.</param>
/// <param name="Sending">How many of them are being sent.</param>
/// <param name="ByAge">How many have each age: below the first of the ages, below the second, and so on; the last number is of those that are older.</param>
public sealed record ShapeLine(string? Lane, int Total, int Held, int Sending, IReadOnlyList<int> ByAge);
