using System.Text.Json.Serialization;

namespace Todoku.Apply.Journals;

/// <summary>How far a change came.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalState>))]
public enum JournalState
{
    /// <summary>It was begun and has no end: something stopped Todoku in it.</summary>
    [JsonStringEnumMemberName("begun")]
    Begun,

    /// <summary>It was made.</summary>
    [JsonStringEnumMemberName("made")]
    Made,

    /// <summary>It failed and was taken back at once.</summary>
    [JsonStringEnumMemberName("taken-back")]
    TakenBack,

    /// <summary>It was undone later.</summary>
    [JsonStringEnumMemberName("undone")]
    Undone,
}
