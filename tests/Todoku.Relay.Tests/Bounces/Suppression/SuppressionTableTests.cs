using Todoku.Relay.Bounces.Suppression;

namespace Todoku.Relay.Tests.Bounces.Suppression;

/// <summary>Measures memory, so nothing else may run beside it.</summary>
[Collection(AloneCollection.Name)]
public sealed class SuppressionTableTests
{
    [Fact]
    public void A_million_lines_take_less_than_sixty_megabytes()
    {
        var table = new SuppressionTable();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++) table.Put($"recipient{i}@example.net", new SuppressionSlot(1, 2, 1, SuppressionReason.RecipientUnknown, SuppressionScope.All));
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.InRange(after - before, 0, 60_000_000);
        Assert.True(table.TryGet("recipient999999@example.net", out _));
        Assert.False(table.TryGet("recipient1000000@example.net", out _));
    }
}
