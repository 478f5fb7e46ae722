namespace Todoku.Logs.Envelopes.Json;

/// <summary>Where in the line a value stands.</summary>
/// <param name="Kind">What it is; none when there is no value.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Rank">How sure its key is; a lower rank replaces a higher one.</param>
internal readonly record struct JsonSlot(JsonKind Kind, int Start, int Length, int Rank = int.MaxValue);
