namespace Todoku.Logs.Envelopes.Json;

/// <summary>Finds the members of a JSON log line that matter.</summary>
internal static class JsonFields
{
    /// <summary>How many roles there are.</summary>
    public const int Count = 5;

    /// <summary>Fills the slots, one for each <see cref="JsonRole"/>.</summary>
    /// <param name="line">A line that begins with a brace.</param>
    /// <param name="slots"><see cref="Count"/> empty slots.</param>
    public static void Find(ReadOnlySpan<byte> line, Span<JsonSlot> slots)
    {
        slots.Fill(new JsonSlot(JsonKind.None, 0, 0));
        Find(line, 0, stackalloc byte[JsonKeys.MaxPathLength], 0, 1, slots);
    }

    private static void Find(ReadOnlySpan<byte> line, int start, Span<byte> path, int prefix, int depth, Span<JsonSlot> slots)
    {
        var scanner = new JsonScanner(line, start);
        while (scanner.TryNext(out var key, out var value))
        {
            if (key.IsEmpty || prefix + key.Length >= path.Length) continue;
            key.CopyTo(path[prefix..]);
            var length = prefix + key.Length;
            if (value.Kind == JsonKind.Object)
            {
                path[length] = (byte)'.';
                if (depth < JsonKeys.MaxDepth) Find(line, value.Start, path, length + 1, depth + 1, slots);
            }
            else if (JsonKeys.TryFind(path[..length], out var role, out var rank) && rank < slots[(int)role].Rank)
            {
                slots[(int)role] = value with { Rank = rank };
            }
        }
    }
}
