//! Archives taken apart again, as any program would.

use std::collections::BTreeMap;
use std::io::Read;

/// The files of an archive, by their paths.
pub fn unpacked(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let archive = rawzip::ZipArchive::from_slice(archive).unwrap();
    let mut found = BTreeMap::new();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        let path = entry.file_path().try_normalize().unwrap();
        let path = path.as_ref().to_owned();
        let data = archive.get_entry(entry.wayfinder()).unwrap();
        let mut bytes = Vec::new();
        let mut reader = flate2::read::DeflateDecoder::new(data.data());
        reader.read_to_end(&mut bytes).unwrap();
        found.insert(path, bytes);
    }
    found
}
