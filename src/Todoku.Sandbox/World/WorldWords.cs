namespace Todoku.Sandbox.World;

/// <summary>Says in a line what happened, for the log of a world.</summary>
internal static class WorldWords
{
    public static string Of(WorldChange change) => change switch
    {
        WorldChange.List list => $"{list.Blocklist} lists {list.Entry.Network} ({list.Entry.Code})",
        WorldChange.Delist delist => $"{delist.Blocklist} takes {delist.Network} off",
        WorldChange.Publish publish => $"published: {publish.Records.Trim().ReplaceLineEndings(" / ")}",
        WorldChange.Withdraw withdraw => $"withdrawn: {withdraw.Name} {withdraw.Type}",
        WorldChange.AddressReputation one => $"{one.Provider?.ToString() ?? "every provider"} thinks {one.Score} of {one.Address}",
        WorldChange.DomainReputation one => $"{one.Provider?.ToString() ?? "every provider"} thinks {one.Score} of {one.Domain}",
        WorldChange.Complain one => $"{one.Complaints} complaints of {one.Address} at {one.Provider?.ToString() ?? "every provider"}",
        WorldChange.Switch one => $"{one.Provider} is {(one.IsUp ? "up" : "down")}",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}
