namespace Todoku.Relay.Routing.Paths;

/// <summary>How much one path carried to one provider.</summary>
internal sealed class VolumeEntry
{
    /// <summary>The day (UTC) that <see cref="Today"/> is of.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Messages of the day.</summary>
    public int Today { get; set; }

    /// <summary>Of them those whose own path was refused.</summary>
    public int ReroutedToday { get; set; }

    /// <summary>The hour since 1970 that <see cref="ReroutedThisHour"/> is of.</summary>
    public long Hour { get; set; }

    /// <summary>Rerouted messages of the hour.</summary>
    public int ReroutedThisHour { get; set; }
}
