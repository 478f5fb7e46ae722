using System.Text.Json;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>The two shapes of arrays that the report has.</summary>
public static class JsonWriterExtensions
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Writes an array of strings.</summary>
        public void WriteStrings(ReadOnlySpan<byte> name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        /// <summary>Writes an array of numbers.</summary>
        public void WriteNumbers(ReadOnlySpan<byte> name, IEnumerable<int> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteNumberValue(value);
            json.WriteEndArray();
        }

        /// <summary>Writes an array whose items write themselves.</summary>
        public void WriteArray<T>(ReadOnlySpan<byte> name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
        {
            json.WriteStartArray(name);
            foreach (var item in items) write(json, item);
            json.WriteEndArray();
        }

        /// <summary>Writes a string unless it is empty.</summary>
        public void WriteKnown(ReadOnlySpan<byte> name, string value)
        {
            if (value.Length > 0) json.WriteString(name, value);
        }
    }
}
