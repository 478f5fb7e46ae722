namespace Todoku.Web.Control.Contract;

/// <summary>The queue by lane and age.</summary>
/// <param name="Ages">The limits between ages, in seconds.</param>
/// <param name="Lanes">The lanes, the largest first.</param>
/// <param name="Sum">All lanes together.</param>
public sealed record ShapeAnswer(IReadOnlyList<long> Ages, IReadOnlyList<ShapeLine> Lanes, ShapeLine Sum);
